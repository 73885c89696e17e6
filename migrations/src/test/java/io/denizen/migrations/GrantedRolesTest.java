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

/**
 * Who has which role, and which role includes which: tables that only triggers write, or only
 * migrations.
 */
class GrantedRolesTest {

  private static TestDatabase database;

  private final UUID identity = UUID.randomUUID();
  private final UUID application = UUID.randomUUID();
  private final UUID reader = UUID.randomUUID();
  private final UUID writer = UUID.randomUUID();
  private final UUID membership = UUID.randomUUID();
  private Connection app;

  @BeforeAll
  static void migrate() throws SQLException {
    database = TestDatabase.migrated();
  }

  @BeforeEach
  void addRoles() throws SQLException {
    app = database.app();
    execute(app, audited(identity, 1, Rows.identity(identity)));
    execute(app, audited(application, 1, Rows.application(application)));
    execute(app, audited(reader, 1, Rows.role(reader, application, "reader", "")));
    execute(app, audited(writer, 1, Rows.role(writer, application, "writer", "reader")));
  }

  @AfterEach
  void disconnect() throws SQLException {
    app.close();
  }

  @Test
  void theRolesOfAMembershipFollowIt() throws SQLException {
    execute(app, audited(membership, 1, holder("reader,writer")));
    assertThat(granted()).containsExactly("reader", "writer");
    execute(app, audited(membership, 2, next("memberships", membership, "roles = '{reader}'")));
    assertThat(granted()).containsExactly("reader");
    execute(app, audited(membership, 3, Rows.delete("memberships", membership)));
    assertThat(granted()).isEmpty();
    String back = "deleted_at = null, deletion_id = null, roles = '{writer}'";
    execute(app, audited(membership, 4, next("memberships", membership, back)));
    assertThat(granted()).containsExactly("writer");
  }

  @Test
  void eachOfThemSaysInWhichTeamItIsHeld() throws SQLException {
    UUID team = UUID.randomUUID();
    execute(app, audited(team, 1, Rows.team(team, application)));
    UUID inTeam = UUID.randomUUID();
    execute(app, audited(membership, 1, holder("reader")));
    execute(app, audited(inTeam, 1, Rows.holder(inTeam, identity, application, team, "reader")));
    execute(app, audited(membership, 2, next("memberships", membership, "roles = '{writer}'")));
    execute(app, audited(inTeam, 2, next("memberships", inTeam, "roles = '{writer}'")));

    assertThat(
            query(
                app,
                """
                SELECT DISTINCT coalesce(team_id::text, 'none') FROM denizen.granted_roles
                WHERE membership_id = '%s' AND role_slug = 'writer'
                """
                    .formatted(membership)))
        .containsExactly("none");
    assertThat(
            query(
                app,
                "SELECT team_id FROM denizen.granted_roles WHERE membership_id = '%s'"
                    .formatted(inTeam)))
        .containsExactly(team.toString());
  }

  @Test
  void aMembershipHasOnlyRolesThatAreThere() throws SQLException {
    assertThat(refusal(audited(membership, 1, holder("reader,nobody"))))
        .isEqualTo("granted_roles_role_live");
    execute(app, audited(membership, 1, holder("writer")));
    assertThat(refusal(audited(writer, 2, Rows.delete("roles", writer))))
        .isEqualTo("granted_roles_role_live");
    execute(app, audited(membership, 2, Rows.delete("memberships", membership)));
    execute(app, audited(writer, 2, Rows.delete("roles", writer)));
  }

  @Test
  void aRoleIncludesOnlyRolesThatAreThere() throws SQLException {
    assertThat(refusal(audited(reader, 2, Rows.delete("roles", reader))))
        .isEqualTo("included_roles_role_live");
    assertThat(refusal(audited(writer, 2, next("roles", writer, "includes = '{nobody}'"))))
        .isEqualTo("included_roles_role_live");
    assertThat(
            Refusal.of(app, audited(writer, 2, next("roles", writer, "includes = '{writer}'")))
                .constraint())
        .isEqualTo("roles_not_in_itself");
    execute(app, audited(writer, 2, Rows.delete("roles", writer)));
    execute(app, audited(reader, 2, Rows.delete("roles", reader)));
  }

  @Test
  void anotherApplicationHasRolesOfItsOwn() throws SQLException {
    UUID other = UUID.randomUUID();
    execute(app, audited(other, 1, Rows.application(other)));

    assertThat(refusal(audited(membership, 1, Rows.holder(membership, identity, other, "reader"))))
        .isEqualTo("granted_roles_role_live");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM denizen.granted_roles",
        "DELETE FROM denizen.included_roles",
        "DELETE FROM denizen.system_roles",
        "UPDATE denizen.system_roles SET permissions = '{*}'",
        "INSERT INTO denizen.system_roles VALUES ('root', 'Root', '', '{*}')",
        "UPDATE denizen.granted_roles SET role_slug = 'reader'",
        "INSERT INTO denizen.granted_roles SELECT id, application_id, 'reader' FROM denizen.memberships",
        "INSERT INTO denizen.included_roles SELECT id, application_id, 'reader' FROM denizen.roles"
      })
  void nobodyWritesThemByHand(String statement) throws SQLException {
    assertThat(Refusal.of(app, statement).sqlState()).isEqualTo(Refusal.NO_PRIVILEGE);
    try (Connection owner = database.owner()) {
      assertThat(Refusal.of(owner, statement).sqlState()).isEqualTo(Refusal.KEPT);
    }
  }

  @Test
  void onlyWhatFollowsFromNothingElseIsAssigned() throws SQLException {
    UUID assignment = UUID.randomUUID();
    for (String derived : List.of("user", "email-verified")) {
      assertThat(
              Refusal.of(
                      app,
                      audited(assignment, 1, Rows.roleAssignment(assignment, identity, derived)))
                  .constraint())
          .isEqualTo("role_assignments_role_assignable");
    }
    assertThat(refusal(audited(assignment, 1, Rows.roleAssignment(assignment, identity, "root"))))
        .isEqualTo("role_assignments_role_known");
    execute(app, audited(assignment, 1, Rows.roleAssignment(assignment, identity, "admin")));
  }

  @Test
  void aGrantWaitsForTheDeleteOfItsRoleAndIsThenRefused() throws Exception {
    try (Session deleter = new Session(database);
        Session granter = new Session(database)) {
      deleter.does(audited(writer, 2, Rows.delete("roles", writer)));
      Session.Pending grant = granter.waitsWith(audited(membership, 1, holder("writer")));
      deleter.commits();
      assertThat(grant.isRefused().constraint()).isEqualTo("granted_roles_role_live");
    }
  }

  @Test
  void aDeleteWaitsForTheGrantOfTheRoleAndIsThenRefused() throws Exception {
    try (Session granter = new Session(database);
        Session deleter = new Session(database)) {
      granter.does(audited(membership, 1, holder("writer")));
      Session.Pending delete = deleter.waitsWith(audited(writer, 2, Rows.delete("roles", writer)));
      granter.commits();
      assertThat(delete.isRefused().constraint()).isEqualTo("granted_roles_role_live");
    }
  }

  @Test
  void aGrantWaitsForNoOtherChangeOfItsRole() throws Exception {
    try (Session editor = new Session(database);
        Session granter = new Session(database)) {
      editor.does(audited(writer, 2, next("roles", writer, "permissions = '{a.*}'")));
      granter.doesAtOnce(audited(membership, 1, holder("writer")));
      granter.commits();
      editor.commits();
    }
  }

  private String holder(String roles) {
    return Rows.holder(membership, identity, application, roles);
  }

  private static String next(String table, UUID id, String changes) {
    return "UPDATE denizen.%s SET version = version + 1, %s WHERE id = '%s'"
        .formatted(table, changes, id);
  }

  private List<String> granted() throws SQLException {
    return query(
        app,
        "SELECT role_slug FROM denizen.granted_roles WHERE membership_id = '%s' ORDER BY role_slug"
            .formatted(membership));
  }

  private String refusal(String statement) {
    Refusal refusal = Refusal.of(app, statement);
    assertThat(refusal.sqlState()).isEqualTo(Refusal.FOREIGN_KEY);
    return String.valueOf(refusal.constraint());
  }
}
