package io.denizen.domain.membership;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.audit.JournalFailure.TooLarge;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Occasion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Teams and memberships that cannot be without something else (an application, a team, an
 * identity): they go with it, and come back with it.
 */
public record Dependents(List<Team> teams, List<Membership> memberships) {

  public Dependents {
    teams = List.copyOf(teams);
    memberships = List.copyOf(memberships);
  }

  public static Dependents of(List<Membership> memberships) {
    return new Dependents(List.of(), memberships);
  }

  /**
   * Of a team.
   *
   * @param teams those inside it; the team itself may be among them and is left out
   */
  public static Dependents of(TeamId team, List<Team> teams, List<Membership> memberships) {
    return new Dependents(
        teams.stream().filter(other -> !other.id().equals(team)).toList(), memberships);
  }

  /**
   * How many of each to read for a deletion: all that can be deleted and one more, by which it
   * shows that there are too many; or one, if there must be none anyway.
   */
  public static int limit(boolean force) {
    return force ? Journal.MAX_CHANGES + 1 : 1;
  }

  public boolean isEmpty() {
    return teams.isEmpty() && memberships.isEmpty();
  }

  /**
   * Gives these back if they may go, or if there are none.
   *
   * @throws io.denizen.domain.shared.FailureException otherwise
   */
  public Dependents allowed(boolean force, Supplier<? extends Failure> otherwise) {
    if (!force && !isEmpty()) {
      throw otherwise.get().asException();
    }
    return this;
  }

  /**
   * Memberships first, then the innermost teams outwards, then what all of them depend on. Refused
   * with {@link TooLarge}.
   */
  public <A extends Audited> Decision<A> deleteBefore(Change<A> last, Occasion occasion) {
    requireFew();
    Stream<Change<?>> changes =
        Stream.of(
                memberships.stream().map(membership -> membership.delete(occasion)),
                parentsFirst().reversed().stream().map(team -> team.deleteAlone(occasion)),
                Stream.of(last))
            .flatMap(part -> part);
    return new Decision<>(last.after(), changes.toList(), List.of());
  }

  /** What all of them depend on first, then the outermost teams inwards, then memberships. */
  public <A extends Audited> Decision<A> undeleteAfter(Change<A> first, Occasion occasion) {
    requireFew();
    Stream<Change<?>> changes =
        Stream.of(
                Stream.of(first),
                parentsFirst().stream().map(team -> team.undeleteAlone(occasion)),
                memberships.stream().map(membership -> membership.undeleteWithParent(occasion)))
            .flatMap(part -> part);
    return new Decision<>(first.after(), changes.toList(), List.of());
  }

  private void requireFew() {
    int changes = teams.size() + memberships.size() + 1;
    if (changes > Journal.MAX_CHANGES) {
      throw new TooLarge(changes).asException();
    }
  }

  /** Each team after the one that it is inside, if that is among them: level by level. */
  private List<Team> parentsFirst() {
    Set<TeamId> among = teams.stream().map(Team::id).collect(Collectors.toSet());
    List<Team> ordered = new ArrayList<>(teams.size());
    Map<TeamId, List<Team>> inside = new HashMap<>();
    for (Team team : teams) {
      TeamId parent = team.details().parent();
      if (parent != null && among.contains(parent)) {
        inside.computeIfAbsent(parent, key -> new ArrayList<>()).add(team);
      } else {
        ordered.add(team);
      }
    }
    for (int next = 0; next < ordered.size(); next++) {
      ordered.addAll(inside.getOrDefault(ordered.get(next).id(), List.of()));
    }
    return ordered;
  }
}
