package io.denizen.it.access;

import io.denizen.application.membership.NewMembership;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.MembershipState;
import io.denizen.domain.membership.PermissionPattern;
import io.denizen.domain.membership.RoleDetails;
import io.denizen.domain.membership.RoleId;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.membership.ValidityPeriod;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Slug;
import io.denizen.it.access.Model.App;
import io.denizen.it.access.Model.Member;
import io.denizen.it.access.Model.Person;
import io.denizen.it.access.Model.Role;
import io.denizen.it.access.Model.Team;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes of who may do what: of roles and memberships. */
final class Grants {

  private static final int MEMBERS = 60;
  private final World world;
  private final Model model;
  private final Chances chances;
  private final Attempts attempts;

  Grants(World world, Model model, Chances chances, Attempts attempts) {
    this.world = world;
    this.model = model;
    this.chances = chances;
    this.attempts = attempts;
  }

  void createRole() {
    App app = chances.any(model.apps);
    String slug = chances.any(Chances.SLUGS);
    RoleDetails details = chances.roleDetails();
    attempts.did(
        "create role " + slug + " " + details,
        world.roles.create(world.submission, new ApplicationId(app.id), new Slug(slug), details),
        made ->
            Model.put(
                model.roles,
                new Role(
                    made.id().value(),
                    app,
                    slug,
                    texts(details.permissions(), PermissionPattern::value),
                    texts(details.includes(), Slug::value),
                    details.inherited())));
  }

  void changeRole() {
    if (model.roles.isEmpty()) {
      return;
    }
    Role role = chances.any(model.roles);
    ApplicationId app = new ApplicationId(role.app.id);
    RoleId id = new RoleId(role.id);
    RoleDetails details = chances.roleDetails();
    switch (chances.below(8)) {
      case 0 ->
          attempts.did(
              "delete role " + role.slug,
              world.roles.delete(world.submission, app, id, null, true),
              done -> model.delete(role));
      case 1 ->
          attempts.did(
              "undelete role " + role.slug,
              world.roles.undelete(world.submission, app, id, null),
              done -> model.undelete(role));
      default ->
          attempts.did(
              "update role " + role.slug + " " + details,
              world.roles.update(world.submission, app, id, null, now -> details),
              done -> {
                role.permissions.clear();
                role.permissions.addAll(texts(details.permissions(), PermissionPattern::value));
                role.includes.clear();
                role.includes.addAll(texts(details.includes(), Slug::value));
                role.inherited = details.inherited();
              });
    }
  }

  void createMember() {
    if (model.members.size() >= MEMBERS) {
      changeMember();
      return;
    }
    Person person = chances.any(model.people);
    @Nullable Team team = model.teams.isEmpty() || chances.even() ? null : chances.any(model.teams);
    App app = team == null || chances.below(10) == 0 ? chances.any(model.apps) : team.app;
    List<String> roles = chances.rolesIn(app);
    ValidityPeriod time = chances.time();
    MembershipState state =
        chances.below(4) == 0 ? MembershipState.INVITED : MembershipState.ACTIVE;
    attempts.did(
        "create membership of " + person.id + " " + roles + " " + time + " " + state,
        world.memberships.create(
            world.submission,
            new ApplicationId(app.id),
            new NewMembership(
                new IdentityId(person.id),
                team == null ? null : new TeamId(team.id),
                instant -> new MembershipDetails(RoleSlugs.of(roles), time),
                state)),
        made -> {
          Member member = new Member(made.id().value(), person, app, team, roles, state.name());
          setTime(member, time);
          Model.put(model.members, member);
          model.makeRoom(member, world.clock.instant());
        });
  }

  void changeMember() {
    if (model.members.isEmpty()) {
      return;
    }
    Member member = chances.any(model.members);
    ApplicationId app = new ApplicationId(member.app.id);
    MembershipId id = new MembershipId(member.id);
    List<String> roles = chances.rolesIn(member.app);
    ValidityPeriod time = chances.time();
    switch (chances.below(7)) {
      case 0 ->
          attempts.did(
              "delete membership " + member.id,
              world.memberships.delete(world.submission, app, id, null),
              done -> model.delete(member));
      case 1 ->
          attempts.did(
              "undelete membership " + member.id,
              world.memberships.undelete(world.submission, app, id, null),
              done -> {
                model.undelete(member);
                model.makeRoom(member, world.clock.instant());
              });
      case 2 ->
          attempts.did(
              "suspend membership " + member.id,
              world.memberships.suspend(world.submission, app, id, null),
              done -> member.state = "SUSPENDED");
      case 3, 4 ->
          attempts.did(
              "activate membership " + member.id,
              world.memberships.activate(world.submission, app, id, null),
              done -> member.state = "ACTIVE");
      default ->
          attempts.did(
              "update membership " + member.id + " " + roles + " " + time,
              world.memberships.update(
                  world.submission,
                  app,
                  id,
                  null,
                  (now, instant) -> new MembershipDetails(RoleSlugs.of(roles), time)),
              done -> {
                member.roles.clear();
                member.roles.addAll(roles);
                setTime(member, time);
              });
    }
  }

  private static void setTime(Member member, ValidityPeriod time) {
    member.start = time.startTime();
    member.end = time.expireTime();
  }

  private static <T> List<String> texts(List<T> values, Function<T, String> text) {
    return values.stream().map(text).toList();
  }
}
