package io.denizen.persistence.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationDetails;
import io.denizen.domain.membership.Dependents;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.MembershipState;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamDetails;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Slug;
import io.denizen.persistence.PostgresPersistence;
import io.denizen.persistence.TestDatabase;
import io.denizen.testkit.shared.Fixtures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A whole organisation in one change set: two to seven seconds a set on a busy machine, so five
 * minutes show that something grows with the square of it, and not that the machine stalls.
 */
@ExtendWith(TestDatabase.class)
final class ForcedDeletionTest {

  private static final int IDENTITIES = 1_500;
  private static final int TEAMS = 750;
  private static final int MEMBERSHIPS = 6_250;

  private final PostgresPersistence persistence = TestDatabase.persistence();
  private final Fixtures fixtures = new Fixtures(persistence.ids());

  @Test
  @Timeout(300)
  void takesThousandsOfChildrenAlongAndBringsThemBackInSeconds() {
    Application application = organisation();

    Occasion deletion = fixtures.occasion();
    Dependents inside = inside(application.id());
    Decision<Application> delete = application.delete(inside, true, deletion);
    commit(deletion, delete);

    assertThat(inside(application.id()).isEmpty()).isTrue();
    Occasion undeletion = fixtures.occasion();
    Dependents removed = removedBy(deletion.changeSet());
    assertThat(removed.teams()).hasSize(TEAMS);
    assertThat(removed.memberships()).hasSize(MEMBERSHIPS);
    commit(undeletion, delete.outcome().undelete(removed, undeletion));
    Dependents back = inside(application.id());
    assertThat(back.teams()).hasSize(TEAMS);
    assertThat(back.memberships())
        .hasSize(MEMBERSHIPS)
        .allMatch(membership -> membership.roles().equals(RoleSlugs.of("member")));
  }

  private Application organisation() {
    Occasion occasion = fixtures.occasion();
    List<Change<?>> changes = new ArrayList<>();
    Change<Application> application =
        Application.create(
            new ApplicationId(persistence.ids().next()),
            new ApplicationDetails(fixtures.slug(), fixtures.displayName(), new Description("")),
            occasion);
    changes.add(application);
    List<Identity> identities = new ArrayList<>();
    for (int i = 0; i < IDENTITIES; i++) {
      Identity person = fixtures.person(occasion);
      identities.add(person);
      changes.add(Change.created(person));
    }
    List<Team> teams = new ArrayList<>();
    for (int i = 0; i < TEAMS; i++) {
      TeamId parent = i == 0 ? null : teams.get((i - 1) / 5).id();
      Change<Team> team =
          Team.create(
              new TeamId(persistence.ids().next()),
              application.after().id(),
              new TeamDetails(parent, fixtures.slug(), fixtures.displayName(), new Description("")),
              occasion);
      teams.add(team.after());
      changes.add(team);
    }
    changes.addAll(
        Role.create(
                fixtures.roleId(),
                application.after().id(),
                new Slug("member"),
                fixtures.roleDetails(),
                List.of(),
                occasion)
            .changes());
    for (int i = 0; i < MEMBERSHIPS; i++) {
      changes.add(
          Membership.create(
              new MembershipId(persistence.ids().next()),
              application.after().id(),
              identities.get(i % IDENTITIES).id(),
              teams.get((i / IDENTITIES + i) % TEAMS).id(),
              MembershipDetails.of(RoleSlugs.of("member")),
              MembershipState.ACTIVE,
              occasion));
    }
    commit(occasion, new Decision<>(application.after(), changes, List.of()));
    return application.after();
  }

  private Dependents inside(ApplicationId id) {
    int limit = Dependents.limit(true);
    return new Dependents(
        answer(persistence.teams().ofApplication(id, limit)),
        answer(persistence.roles().ofApplication(id, limit)),
        answer(persistence.memberships().ofApplication(id, limit)));
  }

  private Dependents removedBy(ChangeSetId deletion) {
    return new Dependents(
        answer(persistence.teams().deletedBy(deletion)),
        answer(persistence.roles().deletedBy(deletion)),
        answer(persistence.memberships().restorable(deletion)));
  }

  private void commit(Occasion occasion, Decision<?> decision) {
    answer(persistence.journal().commit(ChangeSet.of(occasion, fixtures.caller(), null, decision)));
  }
}
