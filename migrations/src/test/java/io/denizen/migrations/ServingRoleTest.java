package io.denizen.migrations;

import static io.denizen.migrations.TestDatabase.execute;
import static io.denizen.migrations.TestDatabase.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;

/** What the role that serves is, and what it may not. */
class ServingRoleTest {

  private static TestDatabase database;

  @BeforeAll
  static void migrate() throws SQLException {
    database = TestDatabase.migrated();
  }

  @AfterEach
  void lockOutAgain() throws SQLException {
    try (Connection owner = database.owner()) {
      execute(owner, "ALTER ROLE denizen_app NOLOGIN PASSWORD NULL");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE denizen.more (id int)",
        "CREATE TABLE public.more (id int)",
        "CREATE SCHEMA more",
        "ALTER TABLE denizen.identities ADD COLUMN more int",
        "ALTER TABLE denizen.identities DISABLE TRIGGER USER",
        "DROP TRIGGER identities_update_audited ON denizen.identities",
        "DROP TABLE denizen.identities CASCADE",
        "CREATE INDEX more ON denizen.identities (state)",
        "CREATE OR REPLACE FUNCTION denizen.touch() RETURNS trigger LANGUAGE sql AS 'SELECT null'",
        "SET session_replication_role = replica",
        "SELECT setval('denizen.audit_events_sequence', 1)",
        "SELECT * FROM denizen.databasechangelog",
        "UPDATE denizen.databasechangeloglock SET locked = true",
      })
  void mayChangeNothingOfTheSchema(String statement) throws SQLException {
    try (Connection app = database.owner()) {
      // Unlike SET ROLE, this takes the superuser's other rights away too.
      execute(app, "SET SESSION AUTHORIZATION denizen_app");
      assertThat(Refusal.of(app, statement).sqlState()).isEqualTo(Refusal.NO_PRIVILEGE);
    }
  }

  @Test
  void logsInOnlyOnceItIsLet() throws SQLException {
    assertThatThrownBy(this::logIn).hasMessageContaining("not permitted to log in");
    database.migrations().letAppLogIn(null);
    try (Connection app = logIn()) {
      assertThat(query(app, "SELECT current_user")).containsExactly("denizen_app");
    }
  }

  @Test
  void hasItsPasswordKeptAsAVerifier() throws SQLException {
    try (Connection owner = database.owner()) {
      char[] password = "correct horse".toCharArray();
      database.migrations().letAppLogIn(password);
      assertThat(query(owner, "SELECT rolpassword FROM pg_authid WHERE rolname = 'denizen_app'"))
          .singleElement()
          .asString()
          .startsWith("SCRAM-SHA-256$");
      assertThat(password).as("the caller's own").isEqualTo("correct horse".toCharArray());
    }
  }

  @Test
  void isNeitherSuperuserNorOtherwiseMighty() throws SQLException {
    try (Connection owner = database.owner()) {
      assertThat(
              query(
                  owner,
                  "SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication"
                      + " OR rolbypassrls"
                      + " FROM pg_roles WHERE rolname = 'denizen_app'"))
          .containsExactly("f");
    }
  }

  @Test
  void cannotBeLetInBeforeTheMigrationMadeItsSchema() throws SQLException {
    TestDatabase empty = TestDatabase.empty();
    try (Connection owner = empty.owner()) {
      execute(owner, "DROP ROLE IF EXISTS unrelated");
      execute(owner, "CREATE ROLE unrelated LOGIN");
    }
    Migrations asUnrelated = new Migrations(empty.url(), "unrelated", null);
    assertThatThrownBy(() -> asUnrelated.letAppLogIn(null))
        .isInstanceOf(MigrationException.class)
        .hasCauseInstanceOf(PSQLException.class)
        .hasMessageContaining("permission denied");
  }

  private Connection logIn() throws SQLException {
    return DriverManager.getConnection(database.url(), Migrations.APP_ROLE, null);
  }
}
