package io.denizen.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.denizen.server.Build;
import io.denizen.server.database.Login;
import io.denizen.server.database.Preparation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  private static final Path BINARIES = Path.of("target", "postgresql");

  /** One for all tests: each stops what it started, and none minds what another left in it. */
  @TempDir private static Path shared;

  @Test
  void keepsWhatIsCommittedAndLetsNobodyInWithoutAPassword() throws Exception {
    try (EmbeddedDatabase database = start()) {
      for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        assertThat(query(database.owner(), "SHOW " + setting)).isEqualTo("on");
      }
      assertThat(query(database.owner(), "SHOW unix_socket_directories")).isEmpty();
      assertThat(query(database.owner(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(
              query(
                  database.owner(),
                  "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules"))
          .isEqualTo("scram-sha-256");
      Login intruder =
          new Login(database.owner().jdbcUrl(), database.owner().user(), "not the password");
      assertThatThrownBy(() -> query(intruder, "SELECT 1")).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void survivesARestartOnTheSamePort() throws Exception {
    String url;
    try (EmbeddedDatabase database = start()) {
      url = database.owner().jdbcUrl();
      execute(database.owner(), "CREATE TABLE kept AS SELECT 42 AS answer");
    }
    try (EmbeddedDatabase database = start()) {
      assertThat(database.owner().jdbcUrl()).isEqualTo(url);
      assertThat(query(database.owner(), "SELECT answer FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void startsAgainByItselfWhenItWasKilled() throws Exception {
    try (EmbeddedDatabase database = start()) {
      execute(database.owner(), "CREATE TABLE written AS SELECT 42 AS answer");
      long killed = database.pid();
      ProcessHandle.of(killed).orElseThrow().destroyForcibly();

      await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptionsInstanceOf(SQLException.class)
          .until(() -> query(database.owner(), "SELECT answer FROM written").equals("42"));
      assertThat(database.pid()).isNotEqualTo(killed);
    }
  }

  @Test
  void leavesAProgramAloneThatGotTheNumberOfADeadPostgresql() throws Exception {
    start().close();
    long bystander = ProcessHandle.current().pid();
    Files.writeString(shared.resolve("data/postmaster.pid"), bystander + "\n");

    try (EmbeddedDatabase database = start()) {
      assertThat(query(database.owner(), "SELECT 1")).isEqualTo("1");
      assertThat(database.pid()).isNotEqualTo(bystander);
    }
  }

  @Test
  void staysStoppedWhileSuspended() throws Exception {
    try (EmbeddedDatabase database = start()) {
      database.suspend();
      Thread.sleep(1_200);
      assertThatThrownBy(() -> query(database.owner(), "SELECT 1"))
          .isInstanceOf(SQLException.class);

      database.resume();
      assertThat(query(database.owner(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void servesAsARoleThatCannotDeleteAndLogsNoPersonalValue() throws Exception {
    try (EmbeddedDatabase database = start()) {
      assertThat(Preparation.migrate(database).applied()).hasSizeGreaterThan(5);
      assertThat(Preparation.migrate(database).applied()).isEmpty();

      assertThat(query(database.app(), "SELECT current_user")).isEqualTo("denizen_app");
      assertThatThrownBy(() -> execute(database.app(), "DELETE FROM denizen.identities"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> execute(database.app(), "SELECT 'ada@example.org'::int"))
          .hasMessageContaining("ada@example.org");
    }
    assertThat(Files.readString(shared.resolve("postgresql.log")))
        .contains("database system is ready")
        .doesNotContain("ada@example.org");
  }

  private EmbeddedDatabase start() {
    return EmbeddedDatabase.start(shared, BINARIES, Build.current().postgresql(), 10);
  }

  private static String query(Login login, String sql) throws SQLException {
    try (Connection connection = connect(login);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      return result.getString(1);
    }
  }

  private static void execute(Login login, String sql) throws SQLException {
    try (Connection connection = connect(login);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(Login login) throws SQLException {
    return DriverManager.getConnection(login.jdbcUrl(), login.user(), login.password());
  }
}
