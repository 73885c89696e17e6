package io.denizen.domain.identity;

import io.denizen.domain.identity.PreferencesFailure.InvalidSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings while they are being changed: a copy, whose objects can be written to. */
final class SettingsEdit {

  private final Map<String, @Nullable Object> fields;

  SettingsEdit(Map<String, @Nullable Object> original) {
    this.fields = copy(original);
  }

  Map<String, @Nullable Object> fields() {
    return fields;
  }

  /** Puts here what is there under the path, or takes away what is here. */
  void take(SettingsPath path, Map<String, @Nullable Object> from) {
    List<String> keys = path.keys();
    String last = keys.getLast();
    Map<String, @Nullable Object> there = object(from, keys);
    if (there != null && there.containsKey(last)) {
      madeObject(keys).put(last, copyOf(there.get(last)));
    } else {
      Map<String, @Nullable Object> here = object(fields, keys);
      if (here != null) {
        here.remove(last);
      }
    }
  }

  /** The object that has the last of the keys, or would have it; null if there is none. */
  private static @Nullable Map<String, @Nullable Object> object(
      Map<String, @Nullable Object> root, List<String> keys) {
    Map<String, @Nullable Object> object = root;
    for (String key : keys.subList(0, keys.size() - 1)) {
      if (!(object.get(key) instanceof Map<?, ?> inner)) {
        return null;
      }
      object = typed(inner);
    }
    return object;
  }

  /** The same in these settings, made where it is missing. */
  private Map<String, @Nullable Object> madeObject(List<String> keys) {
    Map<String, @Nullable Object> object = fields;
    for (int i = 0; i < keys.size() - 1; i++) {
      String key = keys.get(i);
      if (!object.containsKey(key)) {
        object.put(key, new LinkedHashMap<String, @Nullable Object>());
      }
      if (!(object.get(key) instanceof Map<?, ?> next)) {
        // Somebody else's value, null too: it is not for a key inside of it to overwrite it.
        throw new InvalidSettings(
                SettingsPlace.of(keys.subList(0, i + 1)).path(),
                "is not an object, so nothing in it can be set; it can be replaced as a whole")
            .asException();
      }
      object = typed(next);
    }
    return object;
  }

  private static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> original) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    original.forEach((key, value) -> copy.put(key, copyOf(value)));
    return copy;
  }

  private static @Nullable Object copyOf(@Nullable Object value) {
    return value instanceof Map<?, ?> object ? copy(typed(object)) : value;
  }

  @SuppressWarnings("unchecked") // Settings have no other keys.
  private static Map<String, @Nullable Object> typed(Map<?, ?> object) {
    return (Map<String, @Nullable Object>) object;
  }
}
