package io.denizen.migrations;

import static io.denizen.migrations.TestDatabase.execute;
import static io.denizen.migrations.TestDatabase.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Running the migration: once, again, at once, and after somebody died in the middle. */
@Timeout(300)
class MigrationsTest {

  @Test
  void appliesEverythingOnceAndNothingTheSecondTime() throws SQLException {
    TestDatabase database = TestDatabase.empty();
    MigrationResult first = database.migrations().run();
    MigrationResult second = database.migrations().run();
    assertThat(first.applied()).contains("identities", "audit-events").hasSize(first.total());
    assertThat(second.applied()).isEmpty();
    assertThat(second.total()).isEqualTo(first.total());
  }

  @Test
  void asksLiquibaseAgainWhenAnotherChangelogWasAppliedLast() throws SQLException {
    TestDatabase database = TestDatabase.migrated();
    try (Connection owner = database.owner()) {
      String stamp = "SELECT obj_description('denizen.databasechangelog'::regclass, 'pg_class')";
      String ours = query(owner, stamp).getFirst();
      execute(owner, "COMMENT ON TABLE denizen.databasechangelog IS 'of an older server'");
      assertThat(database.migrations().run().applied()).isEmpty();
      assertThat(query(owner, stamp)).containsExactly(ours);
    }
  }

  @Test
  void leavesTheWorkToOneOfManyThatStartAtOnce() throws Exception {
    TestDatabase database = TestDatabase.empty();
    int servers = 4;
    try (ExecutorService threads = Executors.newFixedThreadPool(servers)) {
      List<Callable<MigrationResult>> runs = new ArrayList<>();
      for (int i = 0; i < servers; i++) {
        runs.add(() -> database.migrations().run());
      }
      List<MigrationResult> results = new ArrayList<>();
      for (Future<MigrationResult> run : threads.invokeAll(runs)) {
        results.add(run.get());
      }
      assertThat(results.stream().filter(result -> !result.applied().isEmpty()))
          .singleElement()
          .satisfies(result -> assertThat(result.applied()).hasSize(result.total()));
    }
  }

  @Test
  void goesOnWhereAKilledServerHasLeftALiquibaseLock() throws SQLException {
    TestDatabase database = TestDatabase.migrated();
    try (Connection owner = database.owner()) {
      Changelog.rollback(owner, 2);
      execute(
          owner,
          "UPDATE denizen.databasechangeloglock"
              + " SET locked = true, lockedby = 'the dead',"
              + " lockgranted = now() - interval '1 day'");
      assertThat(database.migrations().run().applied())
          .containsExactly("active-memberships", "membership-roles");
      assertThat(query(owner, "SELECT locked FROM denizen.databasechangeloglock"))
          .containsExactly("f");
    }
  }

  @Test
  void leavesNothingOfAChangesetThatCouldNotBeRecorded() throws SQLException {
    TestDatabase database = TestDatabase.migrated();
    try (Connection owner = database.owner()) {
      Changelog.rollback(owner, 2);
      // What a kill between the changeset and its record would do.
      execute(
          owner,
          "ALTER TABLE denizen.databasechangelog"
              + " ADD CONSTRAINT full_up CHECK (id <> 'active-memberships')");
      assertThatThrownBy(() -> database.migrations().run()).hasMessageContaining("full_up");
      assertThat(query(owner, "SELECT to_regclass('denizen.active_memberships')"))
          .containsExactly("null");
      execute(owner, "ALTER TABLE denizen.databasechangelog DROP CONSTRAINT full_up");
      assertThat(database.migrations().run().applied())
          .containsExactly("active-memberships", "membership-roles");
    }
  }

  @Test
  void waitsForTheServerThatMigratesAndGoesOnWhenThatOneDies() throws Exception {
    TestDatabase database = TestDatabase.empty();
    try (Connection other = database.owner();
        Connection observer = database.owner();
        ExecutorService thread = Executors.newSingleThreadExecutor()) {
      new OwnerSession(other).takeTurn();
      Future<MigrationResult> run = thread.submit(() -> database.migrations().run());
      String waiting =
          "SELECT pid FROM pg_stat_activity WHERE application_name = 'denizen-migrations'"
              + " AND wait_event_type = 'Lock' AND datname = current_database()";
      while (query(observer, waiting).isEmpty()) {
        assertThat(run.isDone()).isFalse();
        TimeUnit.MILLISECONDS.sleep(5);
      }
      execute(
          observer,
          "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
              + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
      assertThat(run.get().applied()).isNotEmpty();
    }
  }

  @Test
  void aRefusedChangesetLeavesTheEarlierOnesAndSaysWhatWasWrong() throws SQLException {
    TestDatabase database = TestDatabase.empty();
    try (Connection owner = database.owner()) {
      execute(owner, "CREATE SCHEMA denizen");
      execute(owner, "CREATE TABLE denizen.teams (id uuid)");
      assertThatThrownBy(() -> database.migrations().run())
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("002-teams.sql")
          .hasMessageContaining("already exists");
      execute(owner, "DROP TABLE denizen.teams");
      assertThat(database.migrations().run().applied()).first().isEqualTo("teams");
    }
  }

  @Test
  void needsNoSuperuser() throws SQLException {
    TestDatabase database = TestDatabase.migrated();
    TestDatabase owned = TestDatabase.empty();
    try (Connection superuser = database.owner()) {
      execute(superuser, "DROP ROLE IF EXISTS keeper");
      execute(superuser, "CREATE ROLE keeper LOGIN");
      execute(superuser, "ALTER DATABASE " + owned.name() + " OWNER TO keeper");
    }
    Migrations asKeeper = new Migrations(owned.url() + "?user=keeper", null, null);
    assertThat(asKeeper.run().applied()).isNotEmpty();
    try (Connection superuser = owned.owner()) {
      assertThat(
              query(superuser, "SELECT tableowner FROM pg_tables WHERE tablename = 'identities'"))
          .containsExactly("keeper");
    }
  }

  @Test
  void saysWhenTheServerCannotBeReached() {
    Migrations nowhere = new Migrations("jdbc:postgresql://127.0.0.1:1/none", "nobody", null);
    assertThatThrownBy(nowhere::run)
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("127.0.0.1:1");
  }

  @Test
  void saysWhenTheServerIsTooOld() {
    assertThatThrownBy(() -> OwnerSession.requireSupported(server(14, "14.22")))
        .isInstanceOf(MigrationException.class)
        .hasMessage("Denizen needs PostgreSQL 15 or later; this server is 14.22.");
    assertThatCode(() -> OwnerSession.requireSupported(server(15, "15.0")))
        .doesNotThrowAnyException();
  }

  private static DatabaseMetaData server(int major, String version) {
    return (DatabaseMetaData)
        Proxy.newProxyInstance(
            MigrationsTest.class.getClassLoader(),
            new Class<?>[] {DatabaseMetaData.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getDatabaseMajorVersion" -> major;
                  case "getDatabaseProductVersion" -> version;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
