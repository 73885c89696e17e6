package io.denizen.persistence.membership;

import static java.util.stream.Collectors.toMap;

import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts a team and those above it in order. */
final class Lineage {

  private Lineage() {}

  /** From the team upwards. */
  static List<Team> upwards(TeamId from, List<Team> unordered) {
    Map<TeamId, Team> byId = unordered.stream().collect(toMap(Team::id, Function.identity()));
    List<Team> ordered = new ArrayList<>(unordered.size());
    @Nullable Team next = byId.remove(from);
    while (next != null) {
      ordered.add(next);
      TeamId parent = next.details().parent();
      next = parent == null ? null : byId.remove(parent);
    }
    return List.copyOf(ordered);
  }
}
