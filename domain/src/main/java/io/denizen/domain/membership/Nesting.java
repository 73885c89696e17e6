package io.denizen.domain.membership;

import static java.util.stream.Collectors.toMap;

import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Slug;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The order in which what depends on each other comes into being; it goes the other way round. */
final class Nesting {

  private Nesting() {}

  /** Each team after the one that it is inside, if that is among them: level by level. */
  static List<Team> parentsFirst(List<Team> teams) {
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

  /** Each role after those that it includes, as far as they are among them. */
  static List<Role> includedFirst(List<Role> roles) {
    Map<Named, Role> waiting = roles.stream().collect(toMap(Named::of, Function.identity()));
    List<Role> ordered = new ArrayList<>(roles.size());
    Deque<Role> under = new ArrayDeque<>();
    for (Role role : roles) {
      @Nullable Role next = waiting.remove(Named.of(role));
      while (next != null) {
        under.push(next);
        next = takeIncluded(next, waiting);
        while (next == null && !under.isEmpty()) {
          ordered.add(under.pop());
          next = under.isEmpty() ? null : takeIncluded(under.peek(), waiting);
        }
      }
    }
    return ordered;
  }

  /** A role that it includes, if there is one that nobody has taken yet. */
  private static @Nullable Role takeIncluded(Role role, Map<Named, Role> waiting) {
    return role.details().includes().stream()
        .map(slug -> waiting.remove(new Named(role.applicationId(), slug)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private record Named(ApplicationId applicationId, Slug slug) {

    static Named of(Role role) {
      return new Named(role.applicationId(), role.slug());
    }
  }
}
