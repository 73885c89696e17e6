package io.denizen.persistence.shared;

import io.denizen.domain.shared.TypedId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Keys as the arrays that statements take. */
public final class Keys {

  private Keys() {}

  public static UUID[] uuids(List<? extends TypedId> ids) {
    return uuids(ids, Function.identity());
  }

  public static <K> UUID[] uuids(List<K> keys, Function<K, ? extends TypedId> id) {
    return keys.stream().map(key -> id.apply(key).value()).toArray(UUID[]::new);
  }

  public static <K> String[] texts(List<K> keys, Function<K, String> text) {
    return keys.stream().map(text).toArray(String[]::new);
  }
}
