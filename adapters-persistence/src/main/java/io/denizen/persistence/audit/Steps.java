package io.denizen.persistence.audit;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Puts the changes of several sets in one order, in which each follows those before it in its set,
 * and those of a kind are side by side where that can be.
 */
final class Steps {

  private final List<Map<Kind, List<Change<?>>>> steps = new ArrayList<>();

  private Steps() {}

  static Stream<Change<?>> of(List<ChangeSet> sets) {
    Steps all = new Steps();
    sets.forEach(all::add);
    return all.steps.stream().flatMap(step -> step.values().stream()).flatMap(List::stream);
  }

  private void add(ChangeSet set) {
    int step = -1;
    Kind last = null;
    for (Change<?> change : set.changes()) {
      Kind kind = Kind.of(change);
      if (!kind.equals(last)) {
        step++;
        last = kind;
      }
      at(step).computeIfAbsent(kind, first -> new ArrayList<>()).add(change);
    }
  }

  private Map<Kind, List<Change<?>>> at(int step) {
    if (step == steps.size()) {
      steps.add(new LinkedHashMap<>());
    }
    return steps.get(step);
  }

  /** What the same statement writes. */
  private record Kind(Class<?> aggregate, boolean creation) {

    static Kind of(Change<?> change) {
      return new Kind(change.after().getClass(), change.before() == null);
    }
  }
}
