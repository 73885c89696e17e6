package io.denizen.migrations;

import static io.denizen.migrations.Rows.audited;
import static io.denizen.migrations.TestDatabase.execute;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Names are unique among the living, decided by the indexes alone. */
class UniquenessTest {

  private static TestDatabase database;

  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();
  private final String email = first + "@example.org";

  @BeforeAll
  static void migrate() throws SQLException {
    database = TestDatabase.migrated();
  }

  @Test
  void theSecondOfTwoAtOnceWaitsAndIsRefused() throws Exception {
    try (Session one = new Session(database);
        Session other = new Session(database)) {
      one.does(audited(first, 1, Rows.identity(first, email)));
      Session.Pending insert = other.waitsWith(audited(second, 1, Rows.identity(second, email)));
      one.commits();
      Refusal refusal = insert.isRefused();
      assertThat(refusal.sqlState()).isEqualTo(Refusal.UNIQUE);
      assertThat(refusal.constraint()).isEqualTo("identities_email_live");
    }
  }

  @Test
  void theSecondOfTwoAtOncePassesWhenTheFirstIsRolledBack() throws Exception {
    try (Session one = new Session(database);
        Session other = new Session(database)) {
      one.does(audited(first, 1, Rows.identity(first, email)));
      Session.Pending insert = other.waitsWith(audited(second, 1, Rows.identity(second, email)));
      one.rollsBack();
      insert.succeeds();
      other.commits();
    }
  }

  @Test
  void anEmailIsFreeAgainAfterADeleteAndThenBlocksTheUndelete() throws SQLException {
    try (Connection app = database.app()) {
      execute(app, audited(first, 1, Rows.identity(first, email)));
      execute(app, audited(first, 2, Rows.delete("identities", first)));
      execute(app, audited(second, 1, Rows.identity(second, email)));
      String undelete = audited(first, 3, Rows.undelete("identities", first));
      assertThat(Refusal.of(app, undelete).constraint()).isEqualTo("identities_email_live");
    }
  }

  @Test
  void aSlugIsUniqueInItsPlace() throws SQLException {
    try (Connection app = database.app()) {
      execute(app, audited(first, 1, Rows.application(first)));
      // The slug that the statement takes is the id given first.
      String sameSlug =
          Rows.application(first).replaceFirst("VALUES \\('[^']+'", "VALUES ('" + second + "'");
      assertThat(Refusal.of(app, audited(second, 1, sameSlug)).constraint())
          .isEqualTo("applications_slug_live");

      UUID team = UUID.randomUUID();
      UUID twin = UUID.randomUUID();
      execute(app, audited(second, 1, Rows.application(second)));
      execute(app, audited(team, 1, Rows.team(team, first)));
      String sameTeamSlug =
          Rows.team(team, first).replaceFirst("VALUES \\('[^']+'", "VALUES ('" + twin + "'");
      assertThat(Refusal.of(app, audited(twin, 1, sameTeamSlug)).constraint())
          .isEqualTo("teams_slug_live");
      execute(app, audited(twin, 1, sameTeamSlug.replace("'" + first + "'", "'" + second + "'")));
    }
  }

  @Test
  void anIdentityIsOnceInAnApplicationAndOnceInEachOfItsTeams() throws SQLException {
    try (Connection app = database.app()) {
      UUID application = UUID.randomUUID();
      UUID team = UUID.randomUUID();
      execute(app, audited(first, 1, Rows.identity(first)));
      execute(app, audited(application, 1, Rows.application(application)));
      execute(app, audited(team, 1, Rows.team(team, application)));
      UUID whole = UUID.randomUUID();
      UUID part = UUID.randomUUID();
      UUID again = UUID.randomUUID();
      execute(app, audited(whole, 1, Rows.membership(whole, first, application)));
      execute(app, audited(part, 1, Rows.membership(part, first, application, team)));
      assertThat(
              Refusal.of(app, audited(again, 1, Rows.membership(again, first, application)))
                  .constraint())
          .isEqualTo("memberships_once_live");
      assertThat(
              Refusal.of(app, audited(again, 1, Rows.membership(again, first, application, team)))
                  .constraint())
          .isEqualTo("memberships_once_live");
    }
  }

  @Test
  void anIdentityHasOneProfileAndOneSetOfPreferences() throws SQLException {
    try (Connection app = database.app()) {
      UUID part = UUID.randomUUID();
      UUID again = UUID.randomUUID();
      execute(app, audited(first, 1, Rows.identity(first)));
      execute(app, audited(part, 1, Rows.profile(part, first)));
      assertThat(Refusal.of(app, audited(again, 1, Rows.profile(again, first))).constraint())
          .isEqualTo("profiles_once_live");
      execute(app, audited(second, 1, Rows.preferences(second, first)));
      assertThat(Refusal.of(app, audited(again, 1, Rows.preferences(again, first))).constraint())
          .isEqualTo("preferences_once_live");
    }
  }

  @Test
  void anIdentityHasADeviceOnceAndASessionHasOneLiveToken() throws SQLException {
    try (Connection app = database.app()) {
      UUID device = UUID.randomUUID();
      UUID again = UUID.randomUUID();
      UUID session = UUID.randomUUID();
      UUID token = UUID.randomUUID();
      UUID next = UUID.randomUUID();
      execute(app, audited(first, 1, Rows.identity(first)));
      execute(app, audited(device, 1, Rows.device(device, first)));
      String sameDevice =
          Rows.device(again, first).replace(again + "', 'Mine", device + "', 'Mine");
      assertThat(Refusal.of(app, audited(again, 1, sameDevice)).constraint())
          .isEqualTo("devices_client_id_live");
      execute(app, audited(session, 1, Rows.session(session, first, device)));
      execute(app, audited(token, 1, Rows.refreshToken(token, session, first)));
      assertThat(
              Refusal.of(app, audited(next, 1, Rows.refreshToken(next, session, first)))
                  .constraint())
          .isEqualTo("refresh_tokens_once_live");
      execute(app, audited(token, 2, Rows.delete("refresh_tokens", token)));
      execute(app, audited(next, 1, Rows.refreshToken(next, session, first)));
    }
  }

  @Test
  void aRequestIsCarriedOutOnce() throws SQLException {
    try (Connection app = database.app()) {
      String request =
          """
          INSERT INTO denizen.requests
              (actor, request_id, fingerprint, change_set_id, resources, versions)
            VALUES ('%s', '%s', '\\x00', gen_random_uuid(), '{}', '{}')
          """;
      execute(app, request.formatted("services/one", first));
      execute(app, request.formatted("services/other", first));
      assertThat(Refusal.of(app, request.formatted("services/one", first)).constraint())
          .isEqualTo("requests_pkey");
    }
  }
}
