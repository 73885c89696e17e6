package io.denizen.migrations;

import static io.denizen.migrations.TestDatabase.execute;
import static io.denizen.migrations.TestDatabase.query;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Audit events, their images and the requests once carried out can only be added to. */
class GrowingTablesTest {

  private static final UUID ID = UUID.randomUUID();

  private static TestDatabase database;

  @BeforeAll
  static void migrate() throws SQLException {
    database = TestDatabase.migrated();
    try (Connection app = database.app()) {
      execute(app, Rows.event(ID, 1));
      execute(
          app,
          "INSERT INTO denizen.audit_images (event_id, after)"
              + " SELECT id, '{\"kind\": \"PERSON\"}' FROM denizen.audit_events");
      execute(
          app,
          "INSERT INTO denizen.requests"
              + " (actor, request_id, fingerprint, change_set_id, resources, versions)"
              + " VALUES ('tests', gen_random_uuid(), '\\x00', gen_random_uuid(),"
              + " '{rows/1}', '{1}')");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UPDATE denizen.audit_events SET actor = 'somebody else'",
    "UPDATE denizen.audit_images SET after = null",
    "UPDATE denizen.requests SET actor = 'somebody else'",
    "DELETE FROM denizen.audit_events",
    "DELETE FROM denizen.audit_images",
    "DELETE FROM denizen.requests",
    "TRUNCATE denizen.audit_events",
    "TRUNCATE denizen.audit_images",
    "TRUNCATE denizen.requests",
  })
  void isRefusedToTheServingRoleByPrivilegeAndToTheOwnerByTrigger(String statement)
      throws SQLException {
    try (Connection app = database.app();
        Connection owner = database.owner()) {
      assertThat(Refusal.of(app, statement).sqlState()).isEqualTo(Refusal.NO_PRIVILEGE);
      Refusal refusal = Refusal.of(owner, statement);
      assertThat(refusal.sqlState()).isEqualTo(Refusal.KEPT);
      assertThat(refusal.hint()).isEqualTo("The table only grows.");
    }
  }

  @Test
  void theServingRoleCannotForgeTransactionOrSequence() throws SQLException {
    try (Connection app = database.app()) {
      for (String column : new String[] {"xid", "sequence"}) {
        String forged =
            Rows.event(UUID.randomUUID(), 1)
                .replace("(id,", "(" + column + ", id,")
                .replace("VALUES (", "VALUES ('1', ");
        assertThat(Refusal.of(app, forged).sqlState()).isEqualTo(Refusal.NO_PRIVILEGE);
      }
    }
  }

  @Test
  void sequenceFollowsTheOrderOfInsertion() throws SQLException {
    try (Connection app = database.app()) {
      UUID first = UUID.randomUUID();
      UUID second = UUID.randomUUID();
      execute(app, Rows.event(first, 1));
      execute(app, Rows.event(second, 1));
      assertThat(
              query(
                  app,
                  "SELECT resource_id FROM denizen.audit_events WHERE resource_id IN ('%s', '%s')"
                          .formatted(first, second)
                      + " ORDER BY sequence"))
          .containsExactly(first.toString(), second.toString());
    }
  }

  @Test
  void theEventOfAnotherServiceNamesNoRow() throws SQLException {
    try (Connection app = database.app()) {
      execute(
          app,
          "INSERT INTO denizen.audit_events"
              + " (id, change_set_id, actor, action, resource, occurred_at)"
              + " SELECT gen_random_uuid(), gen_random_uuid(), 'services/payments',"
              + " 'payment.created', 'payments/1', now() FROM generate_series(1, 2)");
      assertThat(
              query(app, "SELECT count(*) FROM denizen.audit_events WHERE resource = 'payments/1'"))
          .containsExactly("2");
    }
  }
}
