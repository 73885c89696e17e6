package io.denizen.it.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.identity.v1.Identity;
import io.denizen.it.harness.AtOnce;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.Team;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No membership lives under a dead parent, however closely joining and deleting race. */
@EndToEnd
class LiveParentsIT {
  private static final int ROUNDS = 12;
  private static final int JOINING = 6;

  private static final String ORPHANS =
      """
      SELECT count(*) FROM denizen.memberships m
        JOIN denizen.identities i ON i.id = m.identity_id
        JOIN denizen.applications a ON a.id = m.application_id
        LEFT JOIN denizen.teams t ON t.id = m.team_id
        WHERE m.deleted_at IS NULL
          AND (i.deleted_at IS NOT NULL OR a.deleted_at IS NOT NULL OR t.deleted_at IS NOT NULL)
      """;

  private static final String ORPHANED_TEAMS =
      """
      SELECT count(*) FROM denizen.teams t
        JOIN denizen.applications a ON a.id = t.application_id
        LEFT JOIN denizen.teams p ON p.id = t.parent_id
        WHERE t.deleted_at IS NULL AND (a.deleted_at IS NOT NULL OR p.deleted_at IS NOT NULL)
      """;

  /** Lost races look like this, whichever side loses. */
  private static final Set<String> FAIR =
      Set.of(
          "OK",
          "ABORTED STALE_VERSION",
          "NOT_FOUND IDENTITY_NOT_FOUND",
          "NOT_FOUND APPLICATION_NOT_FOUND",
          "NOT_FOUND TEAM_NOT_FOUND");

  private final TestDenizen denizen;
  private final List<Caller> callers;

  LiveParentsIT(TestDenizen denizen) {
    this.denizen = denizen;
    this.callers = IntStream.range(0, 3).mapToObj(i -> denizen.as("services/racers")).toList();
  }

  @Test
  void joiningRacesTheDeletionOfTheIdentity() {
    Application application = Some.application(callers.getFirst());

    race(
        (round, number) -> {
          Identity identity = (Identity) round;
          if (number == 0) {
            return deletions().delete(identity);
          }
          Team team = Some.team(caller(number), application, "");
          return Some.membership(caller(number), application, identity, team.getName());
        },
        () -> Some.person(callers.getFirst()));
  }

  @Test
  void joiningRacesTheDeletionOfTheApplication() {
    List<Identity> people =
        IntStream.range(0, JOINING).mapToObj(i -> Some.person(callers.getFirst())).toList();

    race(
        (round, number) ->
            number == 0
                ? deletions().delete((Application) round)
                : Some.membership(caller(number), (Application) round, people.get(number - 1), ""),
        () -> Some.application(callers.getFirst()));
  }

  @Test
  void joiningAndFoundingRaceTheDeletionOfTheTeam() {
    Application application = Some.application(callers.getFirst());
    List<Identity> people =
        IntStream.range(0, JOINING).mapToObj(i -> Some.person(callers.getFirst())).toList();

    race(
        (round, number) -> {
          Team team = (Team) round;
          if (number == 0) {
            return deletions().delete(team);
          }
          return number % 2 == 0
              ? Some.team(caller(number), application, team.getName())
              : Some.membership(
                  caller(number), application, people.get(number - 1), team.getName());
        },
        () -> Some.team(callers.getFirst(), application, ""));
  }

  private void race(BiFunction<Object, Integer, Object> call, Supplier<Object> parent) {
    Map<String, Integer> outcomes = new TreeMap<>();
    for (int i = 0; i < ROUNDS; i++) {
      Object round = parent.get();
      AtOnce.run(JOINING + 1, number -> call.apply(round, number))
          .outcomes()
          .forEach((outcome, times) -> outcomes.merge(outcome, times, Integer::sum));
    }

    assertThat(denizen.sql().number(ORPHANS)).as("live memberships under dead parents").isZero();
    assertThat(denizen.sql().number(ORPHANED_TEAMS)).as("live teams under dead parents").isZero();
    assertThat(FAIR).as("how the races ended: %s", outcomes).containsAll(outcomes.keySet());
    assertThat(outcomes).as("some of both sides won").containsKey("OK").hasSizeGreaterThan(1);
  }

  private Deletions deletions() {
    return new Deletions(callers.getFirst());
  }

  private Caller caller(int number) {
    return callers.get(number % callers.size());
  }
}
