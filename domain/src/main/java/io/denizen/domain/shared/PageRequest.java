package io.denizen.domain.shared;

import org.jspecify.annotations.Nullable;

/**
 * How much of a list, from where on.
 *
 * @param size 1 to {@value #MAX_SIZE}
 * @param after the last item of the page before; null for the first page
 */
public record PageRequest(int size, @Nullable Cursor after) {

  public static final int MAX_SIZE = 1_000;

  public PageRequest {
    InvalidValue.unless(size >= 1 && size <= MAX_SIZE, "must be 1 to 1,000");
  }

  public static PageRequest first(int size) {
    return new PageRequest(size, null);
  }
}
