package io.denizen.testkit.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Dependents;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import io.denizen.testkit.shared.Pages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the journal promises about sets of hundreds of changes of several kinds. */
public abstract class WholeTreeContract extends MembershipPortContract {

  private static final int TEAMS = 150;
  private static final int PEOPLE = 100;
  private static final int ROLES = 20;
  private static final int MEMBERSHIPS = 300;

  @Test
  void createsDeletesAndRestoresAWholeApplicationEachInOneSet() {
    Tree tree = grown();
    ApplicationId id = tree.application().id();
    assertThat(teamsOf(id)).containsExactlyInAnyOrderElementsOf(tree.teams());
    assertThat(membershipsOf(id)).containsExactlyInAnyOrderElementsOf(tree.memberships());

    Application gone = decided(occasion -> delete(tree, occasion));

    assertThat(teamsOf(id)).isEmpty();
    assertThat(membershipsOf(id)).isEmpty();
    assertThat(answer(ports().applications().byId(id))).isEmpty();

    ChangeSetId deletion = gone.deletion();
    Dependents removed =
        new Dependents(
            answer(ports().teams().deletedBy(deletion)),
            answer(ports().roles().deletedBy(deletion)),
            answer(ports().memberships().restorable(deletion)));
    decided(occasion -> gone.undelete(removed, occasion));

    assertThat(teamsOf(id).stream().map(Team::details))
        .containsExactlyInAnyOrderElementsOf(tree.teams().stream().map(Team::details).toList());
    assertThat(rolesOf(id).stream().map(Role::details))
        .containsExactlyInAnyOrderElementsOf(tree.roles().stream().map(Role::details).toList());
    assertThat(membershipsOf(id).stream().map(back -> back.id() + " " + back.roles()))
        .containsExactlyInAnyOrderElementsOf(
            tree.memberships().stream().map(was -> was.id() + " " + was.roles()).toList());
    assertThreeEventsEach(tree);
  }

  @Test
  void deletesNothingOfATreeOfWhichOneLeafHasChanged() {
    Tree tree = grown();
    Membership leaf = tree.memberships().get(MEMBERSHIPS / 2);
    Membership edited = withRoles(leaf, "changed");

    assertThat(refused(occasion -> delete(tree, occasion)))
        .isEqualTo(new StaleVersion(leaf.name()));

    ApplicationId id = tree.application().id();
    assertThat(teamsOf(id)).hasSize(TEAMS);
    assertThat(membershipsOf(id)).hasSize(MEMBERSHIPS).contains(edited);
    assertThat(eventsIn(id)).hasSize(1 + TEAMS + ROLES + MEMBERSHIPS + 2);
  }

  @Test
  void deletesNothingOfATreeThatHasGrownMeanwhile() {
    Tree tree = grown();
    Team late = team(tree.application(), tree.teams().getLast().id());

    assertThat(refused(occasion -> delete(tree, occasion))).isInstanceOf(StaleVersion.class);

    assertThat(teamsOf(tree.application().id())).hasSize(TEAMS + 1).contains(late);
  }

  /** One set that creates everything: an application, nested teams, people and memberships. */
  private Tree grown() {
    Random random = new Random(7);
    Occasion occasion = fixtures().occasion();
    List<Change<?>> changes = new ArrayList<>();
    Application application =
        added(
            Application.create(
                fixtures().applicationId(), fixtures().applicationDetails(), occasion),
            changes);
    List<Team> teams = new ArrayList<>();
    for (int i = 0; i < TEAMS; i++) {
      TeamId parent = i % 5 == 0 ? null : teams.get(random.nextInt(teams.size())).id();
      teams.add(
          added(
              Team.create(
                  fixtures().teamId(), application.id(), fixtures().teamDetails(parent), occasion),
              changes));
    }
    List<Role> roles = new ArrayList<>();
    for (int i = 0; i < ROLES; i++) {
      roles.add(added(role(application.id(), i, roles, occasion), changes));
    }
    List<Identity> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      people.add(added(Change.created(fixtures().person(occasion)), changes));
    }
    List<Membership> memberships = new ArrayList<>();
    for (int i = 0; i < MEMBERSHIPS; i++) {
      Team team = i < PEOPLE ? null : teams.get(i / PEOPLE * 10 + i % 7);
      memberships.add(
          added(
              joined(people.get(i % PEOPLE), application, team, occasion, "role-" + i % ROLES),
              changes));
    }
    ChangeSet set = set(occasion, changes.toArray(Change<?>[]::new));
    answer(ports().journal().commit(set));
    return new Tree(application, teams, roles, memberships);
  }

  /** Each includes the one before, and another. */
  @SuppressWarnings("unchecked") // The one change of a creation.
  private Change<Role> role(ApplicationId id, int number, List<Role> before, Occasion occasion) {
    List<Slug> includes =
        Stream.of(number - 1, number / 2 - 1)
            .filter(other -> other >= 0)
            .distinct()
            .map(other -> before.get(other).slug())
            .toList();
    return (Change<Role>)
        Role.create(
                fixtures().roleId(),
                id,
                new Slug("role-" + number),
                fixtures().roleDetails().withIncludes(includes),
                before,
                occasion)
            .changes()
            .getFirst();
  }

  private static <A extends Audited> A added(Change<A> change, List<Change<?>> changes) {
    changes.add(change);
    return change.after();
  }

  private static Decision<Application> delete(Tree tree, Occasion occasion) {
    List<Team> shuffled = new ArrayList<>(tree.teams());
    Collections.shuffle(shuffled, new Random(11));
    List<Role> roles = new ArrayList<>(tree.roles());
    Collections.shuffle(roles, new Random(13));
    return tree.application()
        .delete(new Dependents(shuffled, roles, tree.memberships()), true, occasion);
  }

  private List<Team> teamsOf(ApplicationId id) {
    return answer(ports().teams().ofApplication(id, 10_000));
  }

  private List<Role> rolesOf(ApplicationId id) {
    return answer(ports().roles().ofApplication(id, 10_000));
  }

  private List<Membership> membershipsOf(ApplicationId id) {
    return answer(ports().memberships().ofApplication(id, 10_000));
  }

  private List<AuditEvent> eventsIn(ApplicationId id) {
    AuditEventQuery query = new AuditEventQuery(null, null, null, id, null, null, false);
    return Pages.walk(page -> ports().auditEvents().list(query, page), PageRequest.MAX_SIZE);
  }

  private void assertThreeEventsEach(Tree tree) {
    Map<Object, List<String>> actions = new HashMap<>();
    @Nullable Long last = null;
    for (AuditEvent event : eventsIn(tree.application().id())) {
      Long sequence = Objects.requireNonNull(event.sequence());
      assertThat(last == null || last < sequence).isTrue();
      last = sequence;
      String action = event.action().value();
      actions
          .computeIfAbsent(event.resource(), resource -> new ArrayList<>())
          .add(action.substring(action.indexOf('.') + 1));
    }
    assertThat(actions).hasSize(1 + TEAMS + ROLES + MEMBERSHIPS);
    assertThat(actions.values()).containsOnly(List.of("created", "deleted", "undeleted"));
  }

  private record Tree(
      Application application, List<Team> teams, List<Role> roles, List<Membership> memberships) {}
}
