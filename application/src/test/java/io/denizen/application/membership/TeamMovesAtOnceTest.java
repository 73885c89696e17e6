package io.denizen.application.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.House;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamFailure.Cycle;
import io.denizen.domain.membership.TeamId;
import io.denizen.testkit.shared.Together;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Teams that everybody moves about at once. */
class TeamMovesAtOnceTest {

  private static final int TEAMS = 8;
  private static final int MANY = 64;
  private static final int ROUNDS = 10;

  private final House house = new House();
  private final Application application = house.application();
  private final Random random = new Random(42);

  @Test
  void noTeamIsEverInsideItself() {
    List<TeamId> teams = new ArrayList<>();
    for (int i = 0; i < TEAMS; i++) {
      teams.add(house.team(application, null).id());
    }
    int moved = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Move> moves = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        moves.add(new Move(any(teams), any(teams)));
      }
      for (CompletionStage<Team> stage : Together.start(MANY, i -> make(moves.get(i)))) {
        if (answer(stage.handle((team, thrown) -> thrown == null))) {
          moved++;
        } else {
          assertThat(refusal(stage)).isInstanceOfAny(Cycle.class, StaleVersion.class);
        }
      }
      assertThatNoTeamIsInsideItself();
    }
    assertThat(moved).isPositive();
  }

  private CompletionStage<Team> make(Move move) {
    return house.teams.update(
        house.submission,
        application.id(),
        move.team(),
        null,
        seen -> seen.details().withParent(move.into()));
  }

  private void assertThatNoTeamIsInsideItself() {
    Map<TeamId, Team> teams = new HashMap<>();
    answer(house.store.teams().ofApplication(application.id(), MANY))
        .forEach(team -> teams.put(team.id(), team));
    for (Team team : teams.values()) {
      Set<TeamId> passed = new HashSet<>();
      for (Team at = team; at != null; at = teams.get(at.details().parent())) {
        assertThat(passed.add(at.id())).as("%s is inside itself", at.name()).isTrue();
      }
    }
  }

  private TeamId any(List<TeamId> teams) {
    return teams.get(random.nextInt(teams.size()));
  }

  private record Move(TeamId team, TeamId into) {}
}
