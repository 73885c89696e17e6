package io.denizen.domain.shared;

import java.util.UUID;

/**
 * Where a page ended: the last item's place in the list's order. Rows are found from it by
 * comparison, never by counting, so pages neither skip nor repeat what was there all along.
 *
 * @param key the value that the list is ordered by; empty where that is the id itself
 * @param id the item's id, which decides between equal keys
 */
public record Cursor(String key, UUID id) {

  public Cursor {
    InvalidValue.unless(Text.isStorable(key), "must be where a page ended");
  }

  public static Cursor at(TypedId id) {
    return new Cursor("", id.value());
  }

  public static Cursor at(String key, TypedId id) {
    return new Cursor(key, id.value());
  }
}
