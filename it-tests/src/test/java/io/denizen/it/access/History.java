package io.denizen.it.access;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.identity.RoleAssignmentId;
import io.denizen.domain.identity.SystemRole;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.it.access.Model.App;
import io.denizen.it.access.Model.Assignment;
import io.denizen.it.access.Model.Person;
import io.denizen.it.access.Model.Team;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes at random. Few things, so that they meet. */
final class History {

  private static final int PEOPLE = 5;
  private static final int APPS = 2;
  private static final int TEAMS = 10;

  private final World world;
  private final Model model;
  private final Chances chances;
  private final Attempts attempts;
  private final Grants grants;
  private final Arrivals arrivals;

  History(World world, Model model, Chances chances, Attempts attempts) {
    this.world = world;
    this.model = model;
    this.chances = chances;
    this.attempts = attempts;
    this.grants = new Grants(world, model, chances, attempts);
    this.arrivals = new Arrivals(world, model, chances, attempts);
  }

  /** Tries one change, after some time, so that no two are at one instant. */
  void step() {
    world.clock.advance(Duration.ofSeconds(1 + chances.below(100_000)));
    if (model.apps.size() < APPS) {
      createApp();
    } else if (model.people.size() < PEOPLE) {
      createPerson();
    } else {
      switch (chances.below(25)) {
        case 0 -> changeSomebody();
        case 1 -> changeApp();
        case 2, 3, 4 -> changeTeam();
        case 5, 6, 7 -> grants.createRole();
        case 8, 9, 10, 11 -> grants.changeRole();
        case 12, 13, 14, 15 -> grants.createMember();
        case 16 -> arrivals.createSeveral();
        case 17 -> arrivals.deleteSeveral();
        case 18 -> arrivals.invite();
        case 19, 20 -> arrivals.accept();
        default -> grants.changeMember();
      }
    }
  }

  private void createPerson() {
    attempts.did(
        "create person",
        world.identities.create(world.submission, IdentityKind.PERSON, world.fixtures.details()),
        made -> Model.put(model.people, new Person(made.id().value())));
  }

  private void changeSomebody() {
    if (chances.below(4) == 0) {
      changeAssignment();
    } else {
      changePerson();
    }
  }

  private void changeAssignment() {
    List<Assignment> there = Model.live(model.assignments).toList();
    if (there.isEmpty()) {
      Person person = chances.any(model.people);
      SystemRole role = chances.even() ? SystemRole.ADMIN : SystemRole.TRUSTED_CONTACT;
      attempts.did(
          "assign " + role + " to " + person.id,
          world.assignments.create(world.submission, new IdentityId(person.id), role),
          made ->
              Model.put(
                  model.assignments,
                  new Assignment(made.id().value(), person, role.slug().value())));
    } else {
      Assignment assignment = chances.any(there);
      attempts.did(
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
    Person person = chances.any(model.people);
    IdentityId id = new IdentityId(person.id);
    switch (chances.below(8)) {
      case 0 ->
          attempts.did(
              "suspend person " + person.id,
              world.identities.suspend(world.submission, id, null),
              done -> person.suspended = true);
      case 1 ->
          attempts.did(
              "delete person " + person.id,
              world.identities.delete(world.submission, id, null, true),
              done -> model.delete(person));
      default -> {
        attempts.did(
            "activate person " + person.id,
            world.identities.activate(world.submission, id, null),
            done -> person.suspended = false);
        attempts.did(
            "undelete person " + person.id,
            world.identities.undelete(world.submission, id, null),
            done -> model.undelete(person));
      }
    }
  }

  private void createApp() {
    attempts.did(
        "create app",
        world.applications.create(world.submission, world.fixtures.applicationDetails()),
        made -> Model.put(model.apps, new App(made.id().value())));
  }

  private void changeApp() {
    App app = chances.any(model.apps);
    ApplicationId id = new ApplicationId(app.id);
    if (app.isLive() && chances.below(4) == 0) {
      attempts.did(
          "delete app " + app.id,
          world.applications.delete(world.submission, id, null, true),
          done -> model.delete(app));
    } else {
      attempts.did(
          "undelete app " + app.id,
          world.applications.undelete(world.submission, id, null),
          done -> model.undelete(app));
    }
  }

  private void changeTeam() {
    App app = chances.any(model.apps);
    ApplicationId in = new ApplicationId(app.id);
    @Nullable Team parent =
        model.teams.isEmpty() || chances.below(3) == 0 ? null : chances.any(model.teams);
    @Nullable TeamId parentId = parent == null ? null : new TeamId(parent.id);
    if (model.teams.size() < TEAMS) {
      attempts.did(
          "create team in " + parentId,
          world.teams.create(world.submission, in, world.fixtures.teamDetails(parentId)),
          made -> Model.put(model.teams, new Team(made.id().value(), app, parent)));
      return;
    }
    Team team = chances.any(model.teams);
    ApplicationId its = new ApplicationId(team.app.id);
    TeamId id = new TeamId(team.id);
    switch (chances.below(6)) {
      case 0 ->
          attempts.did(
              "delete team " + team.id,
              world.teams.delete(world.submission, its, id, null, true),
              done -> model.delete(team));
      case 1, 2, 3 ->
          attempts.did(
              "move team " + team.id + " into " + parentId,
              world.teams.update(
                  world.submission, its, id, null, now -> now.details().withParent(parentId)),
              done -> team.parent = parent);
      default ->
          attempts.did(
              "undelete team " + team.id,
              world.teams.undelete(world.submission, its, id, null),
              done -> model.undelete(team));
    }
  }
}
