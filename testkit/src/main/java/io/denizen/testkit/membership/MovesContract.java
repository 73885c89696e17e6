package io.denizen.testkit.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.MembershipFailure.Exists;
import io.denizen.domain.membership.Team;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Occasion;
import io.denizen.testkit.shared.Together;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the journal promises when many move, join and leave at once. */
public abstract class MovesContract extends MembershipPortContract {

  private static final int MANY = 64;
  private static final int ROUNDS = 10;

  @Test
  void refusesAMoveIfATeamAboveTheNewPlaceHasMovedMeanwhile() {
    Application application = application();
    Team one = team(application);
    Team two = team(application);
    Team twoInOne = moved(two, one);

    assertThat(refused(occasion -> into(one, two, occasion)))
        .isEqualTo(new StaleVersion(two.name()));
    assertThat(answer(ports().teams().lineage(application.id(), one.id()))).containsExactly(one);
    assertThat(answer(ports().teams().lineage(application.id(), two.id())))
        .containsExactly(twoInOne, one);
  }

  @Test
  void neverPutsTwoTeamsIntoEachOther() {
    Application application = application();
    for (int round = 0; round < ROUNDS; round++) {
      Team one = team(application);
      Team two = team(application);

      List<Failure> refusals =
          Together.refusals(
              2,
              number -> {
                Occasion occasion = fixtures().occasion();
                return commit(
                    number == 0 ? into(one, two, occasion) : into(two, one, occasion), occasion);
              });

      // Two locks taken crosswise may cost both of them; a cycle must never come of it.
      assertThat(refusals).isNotEmpty().hasOnlyElementsOfType(StaleVersion.class);
    }
  }

  @Test
  void letsAnIdentityJoinAPlaceOnceHoweverManyTry() {
    Identity person = person();
    Application application = application();

    List<Failure> refusals =
        Together.refusals(
            MANY,
            number -> {
              Occasion occasion = fixtures().occasion();
              return commit(Decision.of(joined(person, application, null, occasion)), occasion);
            });

    assertThat(refusals).hasSize(MANY - 1).containsOnly(new Exists());
    assertThat(answer(ports().memberships().ofIdentity(person.id(), MANY))).hasSize(1);
  }

  @Test
  void neverLeavesALiveMembershipOfADeletedIdentity() {
    Application application = application();
    for (int round = 0; round < ROUNDS; round++) {
      Identity person = person();
      Team team = team(application);

      List<Failure> refusals =
          Together.refusals(
              2,
              number -> {
                Occasion occasion = fixtures().occasion();
                Change<?> change =
                    number == 0
                        ? person.delete(occasion)
                        : joined(person, application, team, occasion);
                return commit(new Decision<>(change.after(), List.of(change), List.of()), occasion);
              });

      assertThat(refusals).hasSize(1).hasOnlyElementsOfType(StaleVersion.class);
      assertThat(answer(ports().memberships().ofIdentity(person.id(), 10)).isEmpty())
          .isEqualTo(answer(ports().identities().byId(person.id())).isEmpty());
    }
  }

  @Test
  void letsManyJoinAndTheirTeamBeRenamedAtOnce() {
    Application application = application();
    Team team = team(application);
    List<Identity> people = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      people.add(person());
    }

    List<Failure> refusals =
        Together.refusals(
            MANY + 1,
            number -> {
              Occasion occasion = fixtures().occasion();
              return number == MANY
                  ? commit(team.update(fixtures().teamDetails(null), List.of(), occasion), occasion)
                  : commit(
                      Decision.of(joined(people.get(number), application, team, occasion)),
                      occasion);
            });

    assertThat(refusals).isEmpty();
    assertThat(answer(ports().memberships().ofTeams(List.of(team.id()), 1_000))).hasSize(MANY);
  }

  private static Decision<Team> into(Team team, Team parent, Occasion occasion) {
    return team.update(team.details().withParent(parent.id()), List.of(parent), occasion);
  }
}
