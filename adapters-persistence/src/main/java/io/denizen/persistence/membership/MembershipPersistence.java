package io.denizen.persistence.membership;

import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.membership.Invitation;
import io.denizen.domain.membership.InvitationFailure;
import io.denizen.domain.membership.InvitationId;
import io.denizen.domain.membership.Invitations;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipFailure;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.Owners;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleFailure;
import io.denizen.domain.membership.RoleId;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.membership.Standings;
import io.denizen.domain.membership.SystemRoles;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamFailure;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.membership.Teams;
import io.denizen.domain.shared.Slug;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Sessions;
import io.denizen.persistence.shared.Table;
import java.util.List;
import java.util.Map;

/** What the room offers to {@link io.denizen.persistence.PostgresPersistence}. */
public final class MembershipPersistence {

  /** Where applications, teams, roles and memberships are kept. */
  public static final List<Table<?>> TABLES =
      List.of(
          new Table<>(
              Application.class,
              ApplicationSql.class,
              Map.of("applications_slug_live", new ApplicationFailure.SlugTaken())),
          new Table<>(
              Team.class, TeamSql.class, Map.of("teams_slug_live", new TeamFailure.SlugTaken())),
          new Table<>(
              Role.class,
              RoleSql.class,
              Map.of(
                  "roles_slug", new RoleFailure.SlugTaken(),
                  "roles_slug_live", new RoleFailure.SlugTaken())),
          new Table<>(
              Membership.class,
              MembershipSql.class,
              Map.of("memberships_once_live", new MembershipFailure.Exists())),
          new Table<>(
              Invitation.class,
              InvitationSql.class,
              Map.of("invitations_pending_once", new InvitationFailure.Pending())));

  private MembershipPersistence() {}

  public static void configure(Sessions sessions) {
    sessions
        .id(TeamId.class, TeamId::new)
        .id(RoleId.class, RoleId::new)
        .id(MembershipId.class, MembershipId::new)
        .id(InvitationId.class, InvitationId::new)
        .array(
            RoleSlugs.class,
            "text",
            (String[] slugs) -> RoleSlugs.of(slugs),
            roles -> roles.slugs().stream().map(Slug::value).toArray(String[]::new))
        .array(
            Texts.class, "text", Texts::of, (Texts texts) -> texts.values().toArray(String[]::new))
        .array(TeamIds.class, "uuid", TeamIds::of, TeamIds::toColumn)
        .row(ApplicationRow.class)
        .row(TeamRow.class)
        .row(RoleRow.class)
        .row(SystemRoleRow.class)
        .row(OwnedRow.class)
        .row(MembershipRow.class)
        .row(StandingRow.class)
        .row(MemberAccessRow.class)
        .row(InvitationRow.class)
        .sql(ApplicationSql.class)
        .sql(TeamSql.class)
        .sql(RoleSql.class)
        .sql(MembershipSql.class)
        .sql(StandingSql.class)
        .sql(SystemRoleSql.class)
        .sql(OwnerSql.class)
        .sql(InvitationSql.class);
  }

  public static Applications applications(Database database) {
    return new MyBatisApplications(database);
  }

  public static Teams teams(Database database) {
    return new MyBatisTeams(database);
  }

  public static Roles roles(Database database) {
    return new MyBatisRoles(database);
  }

  public static Owners owners(Database database) {
    return new MyBatisOwners(database, roles(database));
  }

  public static SystemRoles systemRoles(Database database) {
    return new MyBatisSystemRoles(database);
  }

  public static Invitations invitations(Database database) {
    return new MyBatisInvitations(database);
  }

  public static Memberships memberships(Database database) {
    return new MyBatisMemberships(database);
  }

  public static Standings standings(Database database) {
    return new MyBatisStandings(database);
  }
}
