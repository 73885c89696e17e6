package io.denizen.migrations;

import static io.denizen.migrations.TestDatabase.execute;
import static io.denizen.migrations.TestDatabase.query;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The schema that all changesets together make, and that all rollbacks together take away. */
class SchemaTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden-schema.txt");
  private static final String UPDATE = "denizen.golden.update";

  private static TestDatabase database;

  @BeforeAll
  static void migrate() throws SQLException {
    database = TestDatabase.migrated();
  }

  @Test
  void isTheGoldenOne() throws SQLException, IOException {
    String dump = dump(database);
    if (Boolean.getBoolean(UPDATE)) {
      Files.writeString(GOLDEN, dump);
    }
    assertThat(dump)
        .as(
            "the migrated schema. Where the change is meant, run the test with -D%s=true"
                + " and look at the diff of %s",
            UPDATE, GOLDEN)
        .isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void rollsBackToNothingAndUpToTheSameAgain() throws SQLException {
    TestDatabase other = TestDatabase.migrated();
    other.migrations().rollbackAll();
    try (Connection owner = other.owner()) {
      assertThat(query(owner, "SELECT nspname FROM pg_namespace WHERE nspname = 'denizen'"))
          .isEmpty();
      assertThat(
              query(
                  owner,
                  "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
          .isEmpty();
    }
    MigrationResult again = other.migrations().run();
    assertThat(again.applied()).hasSize(again.total());
    assertThat(dump(other)).isEqualTo(dump(database));
  }

  @Test
  void leavesThePublicSchemaAlone() throws SQLException {
    try (Connection owner = database.owner()) {
      assertThat(
              query(
                  owner,
                  "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                      + " UNION SELECT proname FROM pg_proc"
                      + " WHERE pronamespace = 'public'::regnamespace"))
          .isEmpty();
    }
  }

  @Test
  void everyTableRefusesToLoseRows() throws SQLException {
    try (Connection owner = database.owner()) {
      List<String> tables = tables(owner, "");
      assertThat(tables).hasSizeGreaterThanOrEqualTo(7);
      for (String table : tables) {
        for (String statement : new String[] {"DELETE FROM denizen.", "TRUNCATE denizen."}) {
          String cascade = statement.startsWith("TRUNCATE") ? " CASCADE" : "";
          assertThat(Refusal.of(owner, statement + table + cascade).sqlState())
              .isEqualTo(Refusal.KEPT);
        }
      }
    }
  }

  @Test
  void everyTableWithVersionsIsAmongTheAuditedOnes() throws SQLException {
    try (Connection owner = database.owner()) {
      assertThat(
              tables(
                  owner,
                  "AND relname IN (SELECT table_name FROM information_schema.columns"
                      + " WHERE table_schema = 'denizen' AND column_name = 'version')"))
          .containsExactlyInAnyOrder(
              Arrays.stream(AuditedTable.values()).map(AuditedTable::table).toArray(String[]::new));
    }
  }

  @Test
  void everyForeignKeyHasAnIndexToLookUpItsChildren() throws SQLException {
    try (Connection owner = database.owner()) {
      assertThat(
              query(
                  owner,
                  """
                  SELECT f.conname FROM pg_constraint f
                    WHERE f.contype = 'f' AND f.connamespace = 'denizen'::regnamespace
                      AND NOT EXISTS (
                        SELECT FROM pg_index i WHERE i.indrelid = f.conrelid
                          AND i.indpred IS NULL AND i.indkey[0] = ANY (f.conkey))
                  """))
          .isEmpty();
    }
  }

  @Test
  void namesTheConstraintsThatTheServiceTellsApart() throws SQLException {
    try (Connection owner = database.owner()) {
      assertThat(
              query(
                  owner,
                  "SELECT conname FROM pg_constraint WHERE connamespace = 'denizen'::regnamespace"
                      + " UNION SELECT indexname FROM pg_indexes WHERE schemaname = 'denizen'"))
          .contains(
              "identities_email_live",
              "identities_slug_live",
              "profiles_once_live",
              "profiles_identity_live",
              "preferences_once_live",
              "preferences_identity_live",
              "applications_slug_live",
              "teams_slug_live",
              "memberships_once_live",
              "roles_slug",
              "roles_slug_live",
              "roles_application_live",
              "granted_roles_role_live",
              "included_roles_role_live",
              "teams_application_live",
              "teams_parent_live",
              "memberships_identity_live",
              "memberships_application_live",
              "memberships_team_live",
              "role_assignments_once_live",
              "role_assignments_identity_live",
              "invitations_pending_once",
              "invitations_application_live",
              "invitations_team_live",
              "devices_client_id_live",
              "credentials_identity_once",
              "credentials_identity_live",
              "verification_tokens_purpose_live",
              "verification_tokens_identity_live",
              "requests_pkey");
    }
  }

  @Test
  void aRolledBackChangesetIsAppliedAgain() throws SQLException {
    TestDatabase other = TestDatabase.migrated();
    try (Connection owner = other.owner()) {
      Changelog.rollback(owner, 2);
      String there = "SELECT to_regclass('denizen.active_memberships')";
      assertThat(query(owner, there)).containsExactly("null");
      assertThat(other.migrations().run().applied())
          .containsExactly("active-memberships", "membership-roles");
      execute(owner, "SELECT FROM denizen.active_memberships");
    }
  }

  private static List<String> tables(Connection connection, String condition) throws SQLException {
    return query(
        connection,
        "SELECT relname FROM pg_class WHERE relnamespace = 'denizen'::regnamespace"
            + " AND relkind = 'r' AND relname NOT LIKE 'databasechangelog%' "
            + condition);
  }

  private static String dump(TestDatabase of) throws SQLException {
    try (Connection owner = of.owner()) {
      return SchemaDump.of(owner);
    }
  }
}
