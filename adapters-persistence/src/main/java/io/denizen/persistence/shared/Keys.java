package io.denizen.persistence.shared;

import io.denizen.domain.shared.TypedId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keys as the arrays that statements take. */
public final class Keys {

  private Keys() {}

  public static UUID[] uuids(List<? extends TypedId> ids) {
    return uuids(ids, Function.identity());
  }

  public static <K> UUID[] uuids(List<K> keys, Function<K, ? extends TypedId> id) {
    return keys.stream().map(key -> id.apply(key).value()).toArray(UUID[]::new);
  }

  /** Of keys that may have none. */
  public static <K> @Nullable UUID[] uuidsOrNulls(
      List<K> keys, Function<K, ? extends @Nullable TypedId> id) {
    @Nullable UUID[] uuids = new UUID[keys.size()];
    for (int i = 0; i < uuids.length; i++) {
      TypedId found = id.apply(keys.get(i));
      uuids[i] = found == null ? null : found.value();
    }
    return uuids;
  }

  public static <K> String[] texts(List<K> keys, Function<K, String> text) {
    return keys.stream().map(text).toArray(String[]::new);
  }
}
