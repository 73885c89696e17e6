package io.denizen.it.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import io.denizen.it.harness.AtOnce;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Names;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.Team;
import io.denizen.membership.v1.UpdateTeamRequest;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A team is never inside itself, not even when every step of the way is taken at once. */
@EndToEnd
class TeamCyclesIT {
  private static final int ROUNDS = 8;

  /** Walks up from every live team; a walk that is longer than there are teams goes in a circle. */
  private static final String IN_A_CIRCLE =
      """
      WITH RECURSIVE up (team, parent, steps) AS (
        SELECT id, parent_id, 1 FROM denizen.teams WHERE application_id = ?::uuid
        UNION ALL
        SELECT up.team, t.parent_id, up.steps + 1 FROM up JOIN denizen.teams t ON t.id = up.parent
          WHERE up.steps < 100
      )
      SELECT count(DISTINCT team) FROM up WHERE steps = 100
      """;

  private final TestDenizen denizen;
  private final Caller caller;

  TeamCyclesIT(TestDenizen denizen) {
    this.denizen = denizen;
    this.caller = denizen.caller();
  }

  /** Each team of a ring moves into the next: all but the last step would be fine alone. */
  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void teamsThatMoveIntoEachOtherAtOnceFormNoCircle(int size) {
    Map<String, Integer> outcomes = new TreeMap<>();
    List<Caller> movers =
        IntStream.range(0, 4).mapToObj(i -> denizen.as("services/movers")).toList();
    for (int round = 0; round < ROUNDS; round++) {
      Application application = Some.application(caller);
      List<Team> ring =
          IntStream.range(0, size).mapToObj(i -> Some.team(caller, application, "")).toList();

      AtOnce<Team> moves =
          AtOnce.run(
              size,
              i -> move(movers.get(i % movers.size()), ring.get(i), ring.get((i + 1) % size)));

      assertThat(denizen.sql().number(IN_A_CIRCLE, Names.id(application.getName())))
          .as("teams inside themselves after %s", moves.outcomes())
          .isZero();
      assertThat(moves.answers()).as("moves that went through").isNotEmpty().hasSizeLessThan(size);
      moves.outcomes().forEach((outcome, times) -> outcomes.merge(outcome, times, Integer::sum));
    }
    assertThat(Set.of("OK", "ABORTED STALE_VERSION", "FAILED_PRECONDITION TEAM_CYCLE"))
        .as("how the moves ended: %s", outcomes)
        .containsAll(outcomes.keySet());
  }

  @Test
  void aTeamDoesNotMoveIntoOneThatIsInsideIt() {
    Application application = Some.application(caller);
    Team outer = Some.team(caller, application, "");
    Team middle = Some.team(caller, application, outer.getName());
    Team inner = Some.team(caller, application, middle.getName());

    for (Team target : List.of(outer, middle, inner)) {
      Refusal refusal = Refusal.of(() -> move(caller, outer, target));
      assertThat(refusal.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
      assertThat(refusal.reason()).isEqualTo("TEAM_CYCLE");
    }
  }

  private static Team move(Caller caller, Team team, Team into) {
    return caller
        .teams()
        .updateTeam(
            UpdateTeamRequest.newBuilder()
                .setTeam(Team.newBuilder().setName(team.getName()).setParentTeam(into.getName()))
                .setUpdateMask(FieldMask.newBuilder().addPaths("parent_team"))
                .build());
  }
}
