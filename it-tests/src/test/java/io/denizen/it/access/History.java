package io.denizen.it.access;

import io.denizen.application.membership.NewMembership;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.identity.RoleAssignmentId;
import io.denizen.domain.identity.SystemRole;
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
import io.denizen.it.access.Model.Assignment;
import io.denizen.it.access.Model.Member;
import io.denizen.it.access.Model.Person;
import io.denizen.it.access.Model.Role;
import io.denizen.it.access.Model.Team;
import io.denizen.it.access.Model.Thing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes at random, made to the system first and, if that did not refuse them, to the model. Few
 * things, so that they meet.
 */
final class History {
  static final List<String> SLUGS = List.of("guest", "member", "editor", "admin", "auditor");

  private static final List<String> PATTERNS =
      List.of("*", "a.*", "a.b.*", "a.b.c", "a.c", "b.*", "b.c", "d", "a-b.c", "a_b");

  private static final int PEOPLE = 5;
  private static final int APPS = 2;
  private static final int TEAMS = 10;
  private static final int MEMBERS = 60;

  final Model model = new Model();
  private final World world;
  private final Random random;

  /** What was done last, for whoever has to find out why. */
  private final List<String> log = new ArrayList<>();

  private int done;

  History(World world, Random random) {
    this.world = world;
    this.random = random;
  }

  /** How many changes were not refused. */
  int done() {
    return done;
  }

  List<String> log() {
    return log.subList(Math.max(0, log.size() - 40), log.size());
  }

  /** Tries one change, after some time. */
  void step() {
    world.clock.advance(Duration.ofSeconds(random.nextInt(100_000)));
    if (model.apps.size() < APPS) {
      createApp();
    } else if (model.people.size() < PEOPLE) {
      createPerson();
    } else {
      switch (random.nextInt(20)) {
        case 0 -> changeSomebody();
        case 1 -> changeApp();
        case 2, 3, 4 -> changeTeam();
        case 5, 6, 7 -> createRole();
        case 8, 9, 10, 11 -> changeRole();
        case 12, 13, 14, 15 -> createMember();
        default -> changeMember();
      }
    }
  }

  private void createPerson() {
    did(
        "create person",
        world.identities.create(world.submission, IdentityKind.PERSON, world.fixtures.details()),
        made -> put(model.people, new Person(made.id().value())));
  }

  private void changeSomebody() {
    if (random.nextInt(4) == 0) {
      changeAssignment();
    } else {
      changePerson();
    }
  }

  private void changeAssignment() {
    List<Assignment> there = Model.live(model.assignments).toList();
    if (there.isEmpty()) {
      Person person = any(model.people);
      SystemRole role = random.nextBoolean() ? SystemRole.ADMIN : SystemRole.TRUSTED_CONTACT;
      did(
          "assign " + role + " to " + person.id,
          world.assignments.create(world.submission, new IdentityId(person.id), role),
          made ->
              put(
                  model.assignments,
                  new Assignment(made.id().value(), person, role.slug().value())));
    } else {
      Assignment assignment = any(there);
      did(
          "take " + assignment.role + " from " + assignment.person.id,
          world.assignments.delete(
              world.submission,
              new IdentityId(assignment.person.id),
              new RoleAssignmentId(assignment.id),
              null),
          done -> model.delete(assignment));
    }
  }

  private void changePerson() {
    Person person = any(model.people);
    IdentityId id = new IdentityId(person.id);
    switch (random.nextInt(8)) {
      case 0 ->
          did(
              "suspend person " + person.id,
              world.identities.suspend(world.submission, id, null),
              done -> person.suspended = true);
      case 1 ->
          did(
              "delete person " + person.id,
              world.identities.delete(world.submission, id, null, true),
              done -> model.delete(person));
      default -> {
        did(
            "activate person " + person.id,
            world.identities.activate(world.submission, id, null),
            done -> person.suspended = false);
        did(
            "undelete person " + person.id,
            world.identities.undelete(world.submission, id, null),
            done -> model.undelete(person));
      }
    }
  }

  private void createApp() {
    did(
        "create app",
        world.applications.create(world.submission, world.fixtures.applicationDetails()),
        made -> put(model.apps, new App(made.id().value())));
  }

  private void changeApp() {
    App app = any(model.apps);
    ApplicationId id = new ApplicationId(app.id);
    if (app.isLive() && random.nextInt(4) == 0) {
      did(
          "delete app " + app.id,
          world.applications.delete(world.submission, id, null, true),
          done -> model.delete(app));
    } else {
      did(
          "undelete app " + app.id,
          world.applications.undelete(world.submission, id, null),
          done -> model.undelete(app));
    }
  }

  private void changeTeam() {
    App app = any(model.apps);
    ApplicationId in = new ApplicationId(app.id);
    @Nullable Team parent =
        model.teams.isEmpty() || random.nextInt(3) == 0 ? null : any(model.teams);
    @Nullable TeamId parentId = parent == null ? null : new TeamId(parent.id);
    if (model.teams.size() < TEAMS) {
      did(
          "create team in " + parentId,
          world.teams.create(world.submission, in, world.fixtures.teamDetails(parentId)),
          made -> put(model.teams, new Team(made.id().value(), app, parent)));
      return;
    }
    Team team = any(model.teams);
    ApplicationId its = new ApplicationId(team.app.id);
    TeamId id = new TeamId(team.id);
    switch (random.nextInt(6)) {
      case 0 ->
          did(
              "delete team " + team.id,
              world.teams.delete(world.submission, its, id, null, true),
              done -> model.delete(team));
      case 1, 2, 3 ->
          did(
              "move team " + team.id + " into " + parentId,
              world.teams.update(
                  world.submission, its, id, null, now -> now.details().withParent(parentId)),
              done -> team.parent = parent);
      default ->
          did(
              "undelete team " + team.id,
              world.teams.undelete(world.submission, its, id, null),
              done -> model.undelete(team));
    }
  }

  private void createRole() {
    App app = any(model.apps);
    String slug = any(SLUGS);
    RoleDetails details = roleDetails();
    did(
        "create role " + slug + " " + details,
        world.roles.create(world.submission, new ApplicationId(app.id), new Slug(slug), details),
        made ->
            put(
                model.roles,
                new Role(
                    made.id().value(),
                    app,
                    slug,
                    texts(details.permissions(), PermissionPattern::value),
                    texts(details.includes(), Slug::value),
                    details.inherited())));
  }

  private void changeRole() {
    if (model.roles.isEmpty()) {
      return;
    }
    Role role = any(model.roles);
    ApplicationId app = new ApplicationId(role.app.id);
    RoleId id = new RoleId(role.id);
    RoleDetails details = roleDetails();
    switch (random.nextInt(8)) {
      case 0 ->
          did(
              "delete role " + role.slug,
              world.roles.delete(world.submission, app, id, null, true),
              done -> model.delete(role));
      case 1 ->
          did(
              "undelete role " + role.slug,
              world.roles.undelete(world.submission, app, id, null),
              done -> model.undelete(role));
      default ->
          did(
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

  private void createMember() {
    if (model.members.size() >= MEMBERS) {
      changeMember();
      return;
    }
    Person person = any(model.people);
    @Nullable Team team = model.teams.isEmpty() || random.nextBoolean() ? null : any(model.teams);
    App app = team == null || random.nextInt(10) == 0 ? any(model.apps) : team.app;
    List<String> roles = rolesIn(app);
    ValidityPeriod time = time();
    MembershipState state =
        random.nextInt(4) == 0 ? MembershipState.INVITED : MembershipState.ACTIVE;
    did(
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
          put(model.members, member);
        });
  }

  private void changeMember() {
    if (model.members.isEmpty()) {
      return;
    }
    Member member = any(model.members);
    ApplicationId app = new ApplicationId(member.app.id);
    MembershipId id = new MembershipId(member.id);
    List<String> roles = rolesIn(member.app);
    ValidityPeriod time = time();
    switch (random.nextInt(7)) {
      case 0 ->
          did(
              "delete membership " + member.id,
              world.memberships.delete(world.submission, app, id, null),
              done -> model.delete(member));
      case 1 ->
          did(
              "undelete membership " + member.id,
              world.memberships.undelete(world.submission, app, id, null),
              done -> model.undelete(member));
      case 2 ->
          did(
              "suspend membership " + member.id,
              world.memberships.suspend(world.submission, app, id, null),
              done -> member.state = "SUSPENDED");
      case 3, 4 ->
          did(
              "activate membership " + member.id,
              world.memberships.activate(world.submission, app, id, null),
              done -> member.state = "ACTIVE");
      default ->
          did(
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

  private <T> void did(String what, CompletionStage<T> change, Consumer<T> then) {
    Optional<T> made = world.attempt(change);
    log.add((made.isPresent() ? "" : "refused: ") + what);
    made.ifPresent(
        result -> {
          done++;
          then.accept(result);
        });
  }

  private RoleDetails roleDetails() {
    return RoleDetails.named(world.fixtures.displayName())
        .withPermissions(some(PATTERNS, 3).stream().map(PermissionPattern::new).toList())
        .withIncludes(
            random.nextBoolean() ? List.of() : some(SLUGS, 1).stream().map(Slug::new).toList())
        .withInherited(random.nextBoolean());
  }

  /** Mostly those that are there. */
  private List<String> rolesIn(App app) {
    List<String> there = SLUGS.stream().filter(slug -> model.role(app, slug) != null).toList();
    return there.isEmpty() || random.nextInt(10) == 0 ? some(SLUGS, 3) : some(there, 3);
  }

  /** Mostly without limits. */
  private ValidityPeriod time() {
    @Nullable Instant start = random.nextInt(4) > 0 ? null : around();
    @Nullable Instant end = random.nextInt(4) > 0 ? null : around();
    return start != null && end != null && !start.isBefore(end)
        ? ValidityPeriod.UNLIMITED
        : new ValidityPeriod(start, end);
  }

  /** Some days before or after now. */
  Instant around() {
    return world.later(Duration.ofSeconds(random.nextInt(800_000) - 400_000));
  }

  private static void setTime(Member member, ValidityPeriod time) {
    member.start = time.startTime();
    member.end = time.expireTime();
  }

  private static <T extends Thing> void put(Map<UUID, T> things, T thing) {
    things.put(thing.id, thing);
  }

  <T> T any(Map<UUID, T> things) {
    return any(List.copyOf(things.values()));
  }

  <T> T any(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  /** Different ones, none to so many. */
  private List<String> some(List<String> of, int most) {
    List<String> chosen = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      String one = any(of);
      if (!chosen.contains(one)) {
        chosen.add(one);
      }
    }
    return chosen;
  }

  private static <T> List<String> texts(List<T> values, Function<T, String> text) {
    return values.stream().map(text).toList();
  }
}
