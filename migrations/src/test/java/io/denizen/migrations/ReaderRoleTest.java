package io.denizen.migrations;

import static io.denizen.migrations.Rows.audited;
import static io.denizen.migrations.TestDatabase.execute;
import static io.denizen.migrations.TestDatabase.query;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reports with SQL reads what is true now, from three views, and nothing else. */
class ReaderRoleTest {

  private static final List<String> VIEWS =
      List.of("active_memberships", "live_identities", "membership_roles");

  private static TestDatabase database;

  private final UUID identity = UUID.randomUUID();
  private final UUID application = UUID.randomUUID();
  private final UUID role = UUID.randomUUID();
  private final UUID membership = UUID.randomUUID();
  private Connection app;
  private Connection reader;

  @BeforeAll
  static void migrate() throws SQLException {
    database = TestDatabase.migrated();
  }

  @BeforeEach
  void addMember() throws SQLException {
    app = database.app();
    reader = database.owner();
    // Unlike SET ROLE, this takes the superuser's other rights away too.
    execute(reader, "SET SESSION AUTHORIZATION denizen_reader");
    execute(app, audited(identity, 1, Rows.identity(identity)));
    execute(app, audited(application, 1, Rows.application(application)));
    execute(app, audited(role, 1, Rows.role(role, application, "reader", "")));
    execute(app, audited(membership, 1, Rows.holder(membership, identity, application, "reader")));
  }

  @AfterEach
  void disconnect() throws SQLException {
    app.close();
    reader.close();
  }

  @Test
  void readsTheViewsAndNothingElse() throws SQLException {
    try (Connection owner = database.owner()) {
      List<String> relations =
          query(
              owner,
              "SELECT relname FROM pg_class WHERE relnamespace = 'denizen'::regnamespace"
                  + " AND relkind IN ('r', 'v', 'S')");
      assertThat(relations).containsAll(VIEWS).contains("identities", "audit_images");
      for (String relation : relations) {
        String read = "SELECT * FROM denizen." + relation + " LIMIT 1";
        if (VIEWS.contains(relation)) {
          execute(reader, read);
        } else {
          assertThat(Refusal.of(reader, read).sqlState()).isEqualTo(Refusal.NO_PRIVILEGE);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO denizen.live_identities (id) VALUES (gen_random_uuid())",
        "UPDATE denizen.live_identities SET display_name = 'Mallory'",
        "DELETE FROM denizen.live_identities",
        "CREATE TABLE denizen.more (id int)",
        "CREATE VIEW denizen.more AS SELECT 1"
      })
  void changesNothing(String statement) throws SQLException {
    assertThat(Refusal.of(reader, statement).sqlState()).isEqualTo(Refusal.NO_PRIVILEGE);
  }

  @Test
  void seesWhoBelongsWhereAndAsWhat() throws SQLException {
    assertThat(membershipsInEffect()).isEqualTo(1);
    assertThat(
            query(
                reader,
                "SELECT role_slug FROM denizen.membership_roles WHERE membership_id = '%s'"
                    .formatted(membership)))
        .containsExactly("reader");
    assertThat(identities()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state = 'SUSPENDED'",
        "state = 'INVITED'",
        "starts_at = now() + interval '1 minute'",
        "expires_at = now()",
        "deleted_at = now(), deletion_id = gen_random_uuid()"
      })
  void seesNoMembershipThatGrantsNothing(String change) throws SQLException {
    execute(
        app,
        audited(
            membership,
            2,
            "UPDATE denizen.memberships SET version = 2, %s WHERE id = '%s'"
                .formatted(change, membership)));

    assertThat(membershipsInEffect()).isZero();
    assertThat(identities()).isEqualTo(1);
  }

  @Test
  void seesThatAnIdentityIsSuspendedAndNoMembershipOfIt() throws SQLException {
    execute(
        app,
        audited(
            identity,
            2,
            "UPDATE denizen.identities SET version = 2, state = 'SUSPENDED' WHERE id = '%s'"
                .formatted(identity)));

    assertThat(membershipsInEffect()).isZero();
    assertThat(identities()).isEqualTo(1);
  }

  @Test
  void seesNoIdentityThatIsDeleted() throws SQLException {
    execute(app, audited(membership, 2, Rows.delete("memberships", membership)));
    execute(app, audited(identity, 2, Rows.delete("identities", identity)));

    assertThat(identities()).isZero();
  }

  /** A function of the reader's own must not be shown rows on their way to be left out. */
  @Test
  void isNotToldOfDeletedRowsByTheWay() throws SQLException {
    execute(app, audited(membership, 2, Rows.delete("memberships", membership)));
    execute(app, audited(identity, 2, Rows.delete("identities", identity)));
    execute(
        reader,
        "CREATE FUNCTION pg_temp.spy(seen uuid) RETURNS boolean LANGUAGE plpgsql COST 0.0001"
            + " AS $$ BEGIN IF seen = '%s' THEN RAISE 'seen'; END IF; RETURN true; END $$"
                .formatted(identity));

    execute(reader, "SELECT FROM denizen.live_identities WHERE pg_temp.spy(id)");
  }

  private long membershipsInEffect() throws SQLException {
    return count("active_memberships", membership);
  }

  private long identities() throws SQLException {
    return count("live_identities", identity);
  }

  private long count(String view, UUID id) throws SQLException {
    return Long.parseLong(
        query(reader, "SELECT count(*) FROM denizen.%s WHERE id = '%s'".formatted(view, id))
            .getFirst());
  }
}
