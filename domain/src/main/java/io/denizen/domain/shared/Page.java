package io.denizen.domain.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list, in its order.
 *
 * @param next where the next page begins; null when this is the last
 */
public record Page<T>(List<T> items, @Nullable Cursor next) {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * Cuts a page from what was found.
   *
   * @param found what was found, read with one more than the page holds to learn whether there is
   *     more
   */
  public static <T> Page<T> of(List<T> found, PageRequest request, Function<T, Cursor> cursor) {
    if (found.size() <= request.size()) {
      return new Page<>(found, null);
    }
    List<T> items = found.subList(0, request.size());
    return new Page<>(items, cursor.apply(items.getLast()));
  }
}
