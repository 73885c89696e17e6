package io.denizen.domain.membership;

import io.denizen.domain.shared.InvalidValue;
import java.util.HashSet;
import java.util.List;

/** Lists whose order says nothing, and in which nothing stands twice. */
final class DistinctValues {

  private DistinctValues() {}

  /**
   * Those sorted. Refused with {@link InvalidValue} if they are too many, or if one is repeated.
   *
   * @param noun what one of them is
   */
  static <T extends Comparable<? super T>> List<T> sorted(List<T> given, int most, String noun) {
    if (given.size() > most) {
      throw new InvalidValue("must be at most %,d %ss".formatted(most, noun)).asException();
    }
    if (new HashSet<>(given).size() < given.size()) {
      throw new InvalidValue("must not repeat a " + noun).asException();
    }
    return given.stream().sorted().toList();
  }
}
