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
import org.junit.jupiter.api.Test;

/** What lives has only living parents, whoever comes first: foreign keys over the column live. */
class LiveParentsTest {

  private static TestDatabase database;

  private final UUID identity = UUID.randomUUID();
  private final UUID application = UUID.randomUUID();
  private final UUID team = UUID.randomUUID();
  private final UUID child = UUID.randomUUID();
  private Connection app;

  @BeforeAll
  static void migrate() throws SQLException {
    database = TestDatabase.migrated();
  }

  @BeforeEach
  void addParents() throws SQLException {
    app = database.app();
    execute(app, audited(identity, 1, Rows.identity(identity)));
    execute(app, audited(application, 1, Rows.application(application)));
    execute(app, audited(team, 1, Rows.team(team, application)));
  }

  @AfterEach
  void disconnect() throws SQLException {
    app.close();
  }

  @Test
  void aParentWithLiveChildrenCannotBeDeleted() throws SQLException {
    execute(app, audited(child, 1, Rows.membership(child, identity, application, team)));
    assertThat(refusal(audited(identity, 2, Rows.delete("identities", identity))))
        .isEqualTo("memberships_identity_live");
    assertThat(refusal(audited(team, 2, Rows.delete("teams", team))))
        .isEqualTo("memberships_team_live");
    assertThat(refusal(audited(application, 2, Rows.delete("applications", application))))
        .isIn("teams_application_live", "memberships_application_live");
  }

  @Test
  void anIdentityIsNotDeletedWithoutWhatIsPartOfIt() throws SQLException {
    UUID other = UUID.randomUUID();
    execute(app, audited(other, 1, Rows.identity(other)));
    execute(app, audited(child, 1, Rows.profile(child, identity)));
    UUID preferences = UUID.randomUUID();
    execute(app, audited(preferences, 1, Rows.preferences(preferences, other)));

    assertThat(refusal(audited(identity, 2, Rows.delete("identities", identity))))
        .isEqualTo("profiles_identity_live");
    assertThat(refusal(audited(other, 2, Rows.delete("identities", other))))
        .isEqualTo("preferences_identity_live");
  }

  @Test
  void whatIsSignedInIsSignedInAsALiveIdentityFromItsOwnDevice() throws SQLException {
    UUID device = UUID.randomUUID();
    UUID session = UUID.randomUUID();
    UUID token = UUID.randomUUID();
    UUID stranger = UUID.randomUUID();
    execute(app, audited(stranger, 1, Rows.identity(stranger)));
    execute(app, audited(device, 1, Rows.device(device, identity)));
    assertThat(refusal(audited(session, 1, Rows.session(session, stranger, device))))
        .isEqualTo("sessions_device_live");
    execute(app, audited(session, 1, Rows.session(session, identity, device)));
    assertThat(refusal(audited(token, 1, Rows.refreshToken(token, session, stranger))))
        .isEqualTo("refresh_tokens_session_live");
    execute(app, audited(token, 1, Rows.refreshToken(token, session, identity)));
    assertThat(refusal(audited(session, 2, Rows.delete("sessions", session))))
        .isEqualTo("refresh_tokens_session_live");
    assertThat(refusal(audited(device, 2, Rows.delete("devices", device))))
        .isEqualTo("sessions_device_live");
    assertThat(refusal(audited(identity, 2, Rows.delete("identities", identity))))
        .isIn("devices_identity_live", "sessions_identity_live");
    execute(app, audited(token, 2, Rows.delete("refresh_tokens", token)));
    execute(app, audited(session, 2, Rows.delete("sessions", session)));
    execute(app, audited(device, 2, Rows.delete("devices", device)));
    execute(app, audited(identity, 2, Rows.delete("identities", identity)));
  }

  @Test
  void anInvitationNeedsWhatItIsToOnlyWhileItIsPending() throws SQLException {
    execute(app, audited(team, 2, Rows.delete("teams", team)));
    execute(app, audited(child, 1, Rows.invitation(child, application)));
    assertThat(refusal(audited(application, 2, Rows.delete("applications", application))))
        .isEqualTo("invitations_application_live");

    execute(app, audited(child, 2, inState(child, "REVOKED")));
    execute(app, audited(application, 2, Rows.delete("applications", application)));

    assertThat(refusal(audited(child, 3, inState(child, "PENDING"))))
        .isEqualTo("invitations_application_live");
  }

  private static String inState(UUID invitation, String state) {
    return "UPDATE denizen.invitations SET version = version + 1, state = '%s' WHERE id = '%s'"
        .formatted(state, invitation);
  }

  @Test
  void aTeamWithLiveTeamsInItCannotBeDeleted() throws SQLException {
    execute(app, audited(child, 1, Rows.team(child, application, team)));
    assertThat(refusal(audited(team, 2, Rows.delete("teams", team))))
        .isEqualTo("teams_parent_live");
  }

  @Test
  void aChildOfADeletedParentCannotBeInserted() throws SQLException {
    execute(app, audited(team, 2, Rows.delete("teams", team)));
    assertThat(refusal(audited(child, 1, Rows.team(child, application, team))))
        .isEqualTo("teams_parent_live");
    assertThat(refusal(audited(child, 1, Rows.membership(child, identity, application, team))))
        .isEqualTo("memberships_team_live");
    execute(app, audited(identity, 2, Rows.delete("identities", identity)));
    assertThat(refusal(audited(child, 1, Rows.membership(child, identity, application))))
        .isEqualTo("memberships_identity_live");
    execute(app, audited(application, 2, Rows.delete("applications", application)));
    assertThat(refusal(audited(child, 1, Rows.team(child, application))))
        .isEqualTo("teams_application_live");
  }

  @Test
  void aChildOfAnotherApplicationsTeamCannotBeInserted() throws SQLException {
    UUID other = UUID.randomUUID();
    execute(app, audited(other, 1, Rows.application(other)));
    assertThat(refusal(audited(child, 1, Rows.team(child, other, team))))
        .isEqualTo("teams_parent_live");
    assertThat(refusal(audited(child, 1, Rows.membership(child, identity, other, team))))
        .isEqualTo("memberships_team_live");
  }

  @Test
  void aChildCannotBeUndeletedBeforeItsParent() throws SQLException {
    execute(app, audited(child, 1, Rows.team(child, application, team)));
    execute(app, audited(child, 2, Rows.delete("teams", child)));
    execute(app, audited(team, 2, Rows.delete("teams", team)));
    assertThat(refusal(audited(child, 3, Rows.undelete("teams", child))))
        .isEqualTo("teams_parent_live");
    execute(app, audited(team, 3, Rows.undelete("teams", team)));
    execute(app, audited(child, 3, Rows.undelete("teams", child)));
  }

  @Test
  void childrenAndParentMayBeDeletedInOneStatement() throws SQLException {
    execute(app, audited(child, 1, Rows.team(child, application, team)));
    app.setAutoCommit(false);
    execute(app, Rows.event(team, 2));
    execute(app, Rows.event(child, 2));
    execute(
        app,
        """
        UPDATE denizen.teams
          SET version = version + 1, deleted_at = now(), deletion_id = gen_random_uuid()
          WHERE id IN ('%s', '%s')
        """
            .formatted(team, child));
    app.commit();
    assertThat(
            query(
                app,
                "SELECT live FROM denizen.teams WHERE id IN ('%s', '%s')".formatted(team, child)))
        .containsExactly("null", "null");
  }

  @Test
  void anInsertWaitsForTheDeleteOfItsParentAndIsThenRefused() throws Exception {
    try (Session deleter = new Session(database);
        Session inserter = new Session(database)) {
      deleter.does(audited(team, 2, Rows.delete("teams", team)));
      Session.Pending insert =
          inserter.waitsWith(audited(child, 1, Rows.team(child, application, team)));
      deleter.commits();
      assertThat(insert.isRefused().constraint()).isEqualTo("teams_parent_live");
    }
  }

  @Test
  void anInsertWaitsForTheDeleteOfItsParentAndPassesWhenThatIsRolledBack() throws Exception {
    try (Session deleter = new Session(database);
        Session inserter = new Session(database)) {
      deleter.does(audited(team, 2, Rows.delete("teams", team)));
      Session.Pending insert =
          inserter.waitsWith(
              audited(child, 1, Rows.membership(child, identity, application, team)));
      deleter.rollsBack();
      insert.succeeds();
      inserter.commits();
    }
  }

  @Test
  void aDeleteWaitsForTheInsertOfAChildAndIsThenRefused() throws Exception {
    try (Session inserter = new Session(database);
        Session deleter = new Session(database)) {
      inserter.does(audited(child, 1, Rows.membership(child, identity, application)));
      Session.Pending delete =
          deleter.waitsWith(audited(identity, 2, Rows.delete("identities", identity)));
      inserter.commits();
      assertThat(delete.isRefused().constraint()).isEqualTo("memberships_identity_live");
    }
  }

  @Test
  void anInsertWaitsForNoOtherChangeOfItsParents() throws Exception {
    try (Session renamer = new Session(database);
        Session inserter = new Session(database)) {
      renamer.does(audited(identity, 2, Rows.change("identities", identity)));
      renamer.does(audited(application, 2, Rows.change("applications", application)));
      renamer.does(audited(team, 2, Rows.change("teams", team)));
      inserter.doesAtOnce(audited(child, 1, Rows.membership(child, identity, application, team)));
      inserter.commits();
      renamer.commits();
    }
  }

  @Test
  void aChangeOfAParentWaitsForNoInsertOfAChild() throws Exception {
    try (Session inserter = new Session(database);
        Session renamer = new Session(database)) {
      inserter.does(audited(child, 1, Rows.membership(child, identity, application, team)));
      renamer.doesAtOnce(audited(identity, 2, Rows.change("identities", identity)));
      renamer.doesAtOnce(audited(application, 2, Rows.change("applications", application)));
      renamer.doesAtOnce(audited(team, 2, Rows.change("teams", team)));
      renamer.commits();
      inserter.commits();
    }
  }

  private String refusal(String statement) {
    Refusal refusal = Refusal.of(app, statement);
    assertThat(refusal.sqlState()).isEqualTo(Refusal.FOREIGN_KEY);
    return String.valueOf(refusal.constraint());
  }
}
