package io.denizen.migrations;

import static io.denizen.migrations.Rows.audited;
import static io.denizen.migrations.TestDatabase.execute;
import static io.denizen.migrations.TestDatabase.query;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Columns that are written without a new version and an audit event, and nothing else with them.
 */
class UnauditedColumnsTest {

  private static TestDatabase database;

  private final UUID identity = UUID.randomUUID();
  private final UUID row = UUID.randomUUID();
  private final UUID device = UUID.randomUUID();
  private final UUID session = UUID.randomUUID();
  private Connection app;

  @BeforeAll
  static void migrate() throws SQLException {
    database = TestDatabase.migrated();
  }

  @BeforeEach
  void connect() throws SQLException {
    app = database.app();
    execute(app, audited(identity, 1, Rows.identity(identity)));
    execute(app, audited(row, 1, Rows.externalLogin(row, identity)));
    execute(app, audited(device, 1, Rows.device(device, identity)));
    execute(app, audited(session, 1, Rows.session(session, identity, device)));
  }

  @AfterEach
  void disconnect() throws SQLException {
    app.close();
  }

  @ParameterizedTest
  @CsvSource({
    "identities, last_login_at",
    "external_logins, last_used_at",
    "devices, last_active_at",
    "sessions, last_active_at"
  })
  void aTimeOfUseIsWrittenWithoutAnEventAndLeavesTheRestAsItIs(String table, String column)
      throws SQLException {
    String before = others(table, column);

    execute(app, "UPDATE denizen.%s SET %s = now()".formatted(table, column));

    assertThat(query(app, "SELECT %s IS NOT NULL FROM denizen.%s".formatted(column, table)))
        .containsOnly("t");
    assertThat(others(table, column)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "identities, last_login_at, state = 'SUSPENDED'",
    "identities, last_login_at, deletion_id = gen_random_uuid()",
    "identities, last_login_at, updated_at = now()",
    "external_logins, last_used_at, subject = 'another'",
    "external_logins, last_used_at, email = 'another'",
    "devices, last_active_at, display_name = 'another'",
    "sessions, last_active_at, expires_at = now()",
    "sessions, last_active_at, revoke_reason = 'REQUESTED'"
  })
  void nothingElseIsWrittenAlongWithIt(String table, String column, String change) {
    String update = "UPDATE denizen.%s SET %s = now(), %s".formatted(table, column, change);

    assertThat(Refusal.of(app, update).sqlState()).isEqualTo(Refusal.OVERWRITTEN);
  }

  private String others(String table, String column) throws SQLException {
    return query(
            app,
            "SELECT jsonb_agg(to_jsonb(t) - '%s' ORDER BY id) FROM denizen.%s t"
                .formatted(column, table))
        .getFirst();
  }
}
