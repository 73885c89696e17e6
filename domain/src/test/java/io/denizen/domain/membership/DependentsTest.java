package io.denizen.domain.membership;

import static io.denizen.domain.membership.Samples.membership;
import static io.denizen.domain.membership.Samples.role;
import static io.denizen.domain.membership.Samples.team;
import static io.denizen.domain.shared.Occasions.SECOND;
import static io.denizen.domain.shared.Occasions.THIRD;
import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Action;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.audit.JournalFailure.TooLarge;
import io.denizen.domain.audit.ResourceName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DependentsTest {

  private final Application shop = Samples.application();
  private final Dependents dependents =
      new Dependents(
          List.of(team(3, 2), team(1, null), team(2, 1)),
          List.of(role("reader"), role("admin", "writer"), role("writer", "reader")),
          List.of(membership(1, 3), membership(2, null)));

  private static List<ResourceName> names(Decision<?> decision) {
    return decision.changes().stream().map(change -> change.after().name()).toList();
  }

  @Test
  void theInnermostGoesFirstAndComesBackLast() {
    Decision<Application> deletion = shop.delete(dependents, true, SECOND);

    assertThat(names(deletion))
        .containsExactly(
            membership(1, 3).name(),
            membership(2, null).name(),
            role("admin").name(),
            role("writer").name(),
            role("reader").name(),
            team(3, 2).name(),
            team(2, 1).name(),
            team(1, null).name(),
            shop.name());
    assertThat(deletion.changes().getLast().after()).isEqualTo(deletion.outcome());
  }

  @Test
  void allThatGoesTogetherCarriesTheSameDeletionAndAnEventOfItsOwn() {
    Decision<Application> deletion = shop.delete(dependents, true, SECOND);

    assertThat(deletion.changes())
        .allSatisfy(
            change -> {
              assertThat(change.after().lifecycle().deletion()).isEqualTo(SECOND.changeSet());
              assertThat(change.action()).isEqualTo(new Action(change.after().noun() + ".deleted"));
            });
  }

  @Test
  void anUndeleteIsADeletionBackwards() {
    Dependents gone =
        new Dependents(
            dependents.teams().stream().map(team -> team.deleteAlone(SECOND).after()).toList(),
            dependents.roles().stream().map(role -> role.deleteAlone(SECOND).after()).toList(),
            dependents.memberships().stream().map(one -> one.delete(SECOND).after()).toList());
    Application deleted = shop.delete(dependents, true, SECOND).outcome();

    Decision<Application> undelete = deleted.undelete(gone, THIRD);

    assertThat(names(undelete))
        .containsExactly(
            shop.name(),
            team(1, null).name(),
            team(2, 1).name(),
            team(3, 2).name(),
            role("reader").name(),
            role("writer").name(),
            role("admin").name(),
            membership(1, 3).name(),
            membership(2, null).name());
    assertThat(undelete.changes()).allMatch(change -> change.after().lifecycle().isLive());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aTeamGoesBeforeTheOneItIsInsideHoweverTheyAreNestedAndGiven(long seed) {
    Random random = new Random(seed);
    List<Team> teams = new ArrayList<>();
    for (int number = 0; number < 200; number++) {
      teams.add(team(number, number == 0 ? null : Integer.valueOf(random.nextInt(number))));
    }
    Collections.shuffle(teams, random);

    List<ResourceName> order =
        names(shop.delete(new Dependents(teams, List.of(), List.of()), true, SECOND));

    assertThat(order).hasSize(201).doesNotHaveDuplicates();
    for (Team team : teams) {
      TeamId parent = team.details().parent();
      if (parent != null) {
        assertThat(order.indexOf(team.name()))
            .isLessThan(order.indexOf(Team.name(team.applicationId(), parent)));
      }
    }
  }

  @Test
  void membershipsComeBackWithTheRolesThatAreThere() {
    Membership gone = membership(1, null).delete(SECOND).after();
    Application deleted = shop.delete(Dependents.of(List.of()), true, SECOND).outcome();
    Dependents withAdmin = new Dependents(List.of(), List.of(role("admin")), List.of(gone));

    assertThat(returned(deleted.undelete(withAdmin, THIRD))).isEqualTo(RoleSlugs.of("admin"));
    assertThat(returned(deleted.undelete(Dependents.of(List.of(gone)), THIRD)))
        .isEqualTo(RoleSlugs.NONE);
    assertThat(
            returned(
                team(1, null)
                    .delete(Dependents.of(List.of()), false, SECOND)
                    .outcome()
                    .undelete(Dependents.of(List.of(gone)), List.of(role("member")), THIRD)))
        .isEqualTo(RoleSlugs.of("member"));
  }

  private static RoleSlugs returned(Decision<?> decision) {
    return ((Membership) decision.changes().getLast().after()).roles();
  }

  @Test
  void aCircleThatSomebodyMadeByHandEndsAllTheSame() {
    List<Role> circle = List.of(role("a", "b"), role("b", "c"), role("c", "a"));

    assertThat(names(shop.delete(new Dependents(List.of(), circle, List.of()), true, SECOND)))
        .hasSize(4)
        .doesNotHaveDuplicates();
  }

  @Test
  void deepNestingDoesNotExhaustTheStack() {
    List<Team> chain =
        IntStream.range(0, 20_000)
            .mapToObj(n -> team(n, n == 0 ? null : Integer.valueOf(n - 1)))
            .toList();

    Decision<Application> deletion =
        shop.delete(new Dependents(chain, List.of(), List.of()), true, SECOND);

    assertThat(deletion.changes().getFirst())
        .isEqualTo(Change.deleted(chain.getLast(), chain.getLast().deleteAlone(SECOND).after()));

    List<Role> roles =
        IntStream.range(0, 20_000).mapToObj(n -> role("r" + n, "r" + (n + 1))).toList();

    assertThat(
            names(shop.delete(new Dependents(List.of(), roles, List.of()), true, SECOND))
                .subList(0, roles.size()))
        .isEqualTo(roles.stream().map(Role::name).toList());
  }

  @Test
  void moreThanOneTransactionTakesIsRefused() {
    Membership one = membership(1, null);
    List<Membership> fit = Collections.nCopies(Journal.MAX_CHANGES - 1, one);
    List<Membership> tooMany = Collections.nCopies(Dependents.limit(true), one);

    assertThat(shop.delete(Dependents.of(fit), true, SECOND).changes())
        .hasSize(Journal.MAX_CHANGES);
    assertThat(refusal(() -> shop.delete(Dependents.of(tooMany), true, SECOND)))
        .isInstanceOf(TooLarge.class);
  }

  @Test
  void withoutForceOneIsEnoughToKnow() {
    assertThat(Dependents.limit(false)).isEqualTo(1);
  }
}
