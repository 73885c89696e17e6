package io.denizen.migrations;

import static io.denizen.migrations.Rows.audited;
import static io.denizen.migrations.Rows.event;
import static io.denizen.migrations.TestDatabase.execute;
import static io.denizen.migrations.TestDatabase.query;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The second lock on "no unaudited change": what the role that serves can do by hand. */
@ParameterizedClass
@EnumSource
class AuditedTablesTest {

  private static TestDatabase database;

  private final AuditedTable kind;
  private final String table;
  private final UUID id = UUID.randomUUID();
  private Connection app;

  AuditedTablesTest(AuditedTable kind) {
    this.kind = kind;
    table = kind.table();
  }

  @BeforeAll
  static void migrate() throws SQLException {
    database = TestDatabase.migrated();
  }

  @BeforeEach
  void connect() throws SQLException {
    app = database.app();
    kind.addParents(app, id);
  }

  @AfterEach
  void disconnect() throws SQLException {
    app.close();
  }

  @Test
  void anInsertWithoutItsEventIsRefusedAndSaysWhatToDo() {
    Refusal refusal = Refusal.of(app, kind.insert(id));
    assertThat(refusal.sqlState()).isEqualTo(Refusal.UNAUDITED);
    assertThat(refusal.message())
        .isEqualTo("INSERT of denizen." + table + " without its audit event");
    assertThat(refusal.hint()).contains("denizen.audit_events", "same transaction");
  }

  @Test
  void anInsertWithItsEventInTheSameStatementPasses() throws SQLException {
    insert();
    assertThat(version()).isEqualTo("1");
  }

  @Test
  void aChangeWithItsEventEarlierInTheTransactionPasses() throws SQLException {
    insert();
    app.setAutoCommit(false);
    execute(app, event(id, 2));
    execute(app, Rows.change(table, id));
    app.commit();
    assertThat(version()).isEqualTo("2");
  }

  @Test
  void anUpdateWithoutItsEventIsRefused() throws SQLException {
    insert();
    assertThat(Refusal.of(app, Rows.change(table, id)).sqlState()).isEqualTo(Refusal.UNAUDITED);
    assertThat(version()).isEqualTo("1");
  }

  @Test
  void theEventOfAnotherVersionExcusesNothing() throws SQLException {
    insert();
    String change = audited(id, 3, Rows.change(table, id));
    assertThat(Refusal.of(app, change).sqlState()).isEqualTo(Refusal.UNAUDITED);
  }

  @Test
  void theEventOfAnEarlierTransactionExcusesNothing() throws SQLException {
    insert();
    execute(app, event(id, 2));
    assertThat(Refusal.of(app, Rows.change(table, id)).sqlState()).isEqualTo(Refusal.UNAUDITED);
  }

  @Test
  void anEventRolledBackToASavepointExcusesNothing() throws SQLException {
    insert();
    app.setAutoCommit(false);
    execute(app, "SAVEPOINT here");
    execute(app, event(id, 2));
    execute(app, "ROLLBACK TO here");
    assertThat(Refusal.of(app, Rows.change(table, id)).sqlState()).isEqualTo(Refusal.UNAUDITED);
  }

  @Test
  void oneUnauditedRowAmongManyRefusesTheWholeStatement() throws SQLException {
    insert();
    UUID other = UUID.randomUUID();
    kind.addParents(app, other);
    execute(app, audited(other, 1, kind.insert(other)));
    String both =
        "UPDATE denizen.%s SET version = version + 1 WHERE id IN ('%s', '%s')"
            .formatted(table, id, other);
    assertThat(Refusal.of(app, audited(id, 2, both)).sqlState()).isEqualTo(Refusal.UNAUDITED);
    assertThat(version()).isEqualTo("1");
  }

  @Test
  void oneVersionHasOneEvent() throws SQLException {
    app.setAutoCommit(false);
    execute(app, event(id, 1));
    Refusal refusal = Refusal.of(app, event(id, 1));
    assertThat(refusal.constraint()).isEqualTo("audit_events_once");
  }

  @Test
  void anUpdateThatKeepsOrSkipsAVersionIsRefused() throws SQLException {
    app.setAutoCommit(false);
    insert();
    execute(app, event(id, 3));
    execute(app, "SAVEPOINT here");
    for (String version :
        new String[] {
          "version, updated_at = updated_at + interval '1 s'", "version + 2", "version - 1"
        }) {
      String change = "UPDATE denizen.%s SET version = %s".formatted(table, version);
      assertThat(Refusal.of(app, change).sqlState()).isEqualTo(Refusal.OVERWRITTEN);
      execute(app, "ROLLBACK TO here");
    }
  }

  @Test
  void idAndCreationTimeStay() throws SQLException {
    insert();
    for (String change :
        new String[] {"id = gen_random_uuid()", "created_at = created_at - interval '1 s'"}) {
      String update =
          "UPDATE denizen.%s SET version = version + 1, %s WHERE id = '%s'"
              .formatted(table, change, id);
      assertThat(Refusal.of(app, audited(id, 2, update)).sqlState()).isEqualTo(Refusal.OVERWRITTEN);
    }
  }

  @Test
  void theUpdateTimeIsFilledInWhenItWasLeftAlone() throws SQLException {
    insert();
    execute(app, audited(id, 2, Rows.change(table, id)));
    assertThat(query(app, "SELECT updated_at > created_at FROM " + row())).containsExactly("t");
  }

  @Test
  void theUpdateTimeIsTheServicesWhereItGivesOne() throws SQLException {
    insert();
    String update =
        """
        UPDATE denizen.%s SET version = version + 1, updated_at = '2031-02-03 04:05:06.789012Z'
          WHERE id = '%s'
        """
            .formatted(table, id);
    execute(app, audited(id, 2, update));
    assertThat(query(app, "SELECT updated_at AT TIME ZONE 'UTC' FROM " + row()))
        .containsExactly("2031-02-03 04:05:06.789012");
  }

  @Test
  void theServingRoleMayNeitherDeleteNorTruncate() throws SQLException {
    insert();
    assertThat(Refusal.of(app, "DELETE FROM " + row()).sqlState()).isEqualTo(Refusal.NO_PRIVILEGE);
    assertThat(Refusal.of(app, "TRUNCATE denizen." + table + " CASCADE").sqlState())
        .isEqualTo(Refusal.NO_PRIVILEGE);
  }

  @Test
  void evenTheOwnerNeitherDeletesNorTruncatesNorChangesUnaudited() throws SQLException {
    insert();
    try (Connection owner = database.owner()) {
      Refusal refusal = Refusal.of(owner, "DELETE FROM " + row());
      assertThat(refusal.sqlState()).isEqualTo(Refusal.KEPT);
      assertThat(refusal.hint()).contains("deleted_at");
      assertThat(Refusal.of(owner, "TRUNCATE denizen." + table + " CASCADE").sqlState())
          .isEqualTo(Refusal.KEPT);
      assertThat(Refusal.of(owner, Rows.change(table, id)).sqlState()).isEqualTo(Refusal.UNAUDITED);
    }
  }

  @Test
  void aDeletedRowNamesTheChangeSetThatDeletedIt() throws SQLException {
    insert();
    String update =
        "UPDATE denizen.%s SET version = version + 1, deleted_at = now() WHERE id = '%s'"
            .formatted(table, id);
    assertThat(Refusal.of(app, audited(id, 2, update)).constraint())
        .isEqualTo(table + "_deletion_known");
  }

  private void insert() throws SQLException {
    execute(app, audited(id, 1, kind.insert(id)));
  }

  private String version() throws SQLException {
    return query(app, "SELECT version FROM " + row()).getFirst();
  }

  private String row() {
    return "denizen.%s WHERE id = '%s'".formatted(table, id);
  }
}
