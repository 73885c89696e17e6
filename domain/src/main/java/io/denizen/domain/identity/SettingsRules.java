package io.denizen.domain.identity;

import io.denizen.domain.identity.PreferencesFailure.InvalidSettings;
import io.denizen.domain.shared.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks through settings, never deeper than they may be, and counts. */
final class SettingsRules {

  private int bytes;
  private int values;

  private SettingsRules() {}

  /** Throws {@link InvalidSettings} at the first offence. */
  static void check(Map<?, ?> fields) {
    new SettingsRules().object(fields, SettingsPlace.ROOT, 1);
  }

  private void object(Map<?, ?> fields, SettingsPlace place, int depth) {
    requireDepth(place, depth);
    // The braces, the colons, and the commas between.
    grow(2 + fields.size() + Math.max(0, fields.size() - 1));
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      String key = String.valueOf(field.getKey());
      require(
          SettingsPath.isKey(key),
          place,
          "must have keys of 1 to 128 characters, neither NUL nor half a character among them");
      grow(text(key));
      value(field.getValue(), place.at(key), depth);
    }
  }

  private void list(List<?> items, SettingsPlace place, int depth) {
    requireDepth(place, depth);
    grow(2 + Math.max(0, items.size() - 1));
    for (int i = 0; i < items.size(); i++) {
      value(items.get(i), place.at(i), depth);
    }
  }

  private void value(@Nullable Object value, SettingsPlace place, int depth) {
    values++;
    require(
        values <= Settings.MAX_VALUES, SettingsPlace.ROOT, "must be at most 10,000 values in all");
    switch (value) {
      case null -> grow(4);
      case Boolean truth -> grow(truth ? 4 : 5);
      case String text -> {
        grow(text(text));
        require(Text.isStorable(text), place, "must hold neither NUL nor half a character");
      }
      case Double number -> {
        require(Double.isFinite(number), place, "must be a finite number");
        // PostgreSQL writes numbers out: 1e300 is as long as that.
        grow(BigDecimal.valueOf(number).toPlainString().length());
      }
      case Map<?, ?> object -> object(object, place, depth + 1);
      case List<?> list -> list(list, place, depth + 1);
      default -> grow(value.toString().length());
    }
  }

  private void grow(int by) {
    bytes += by;
    require(
        bytes <= Settings.MAX_BYTES, SettingsPlace.ROOT, "must be at most 65,536 bytes of JSON");
  }

  private static void requireDepth(SettingsPlace place, int depth) {
    require(depth <= Settings.MAX_DEPTH, place, "must be at most 8 levels deep");
  }

  private static void require(boolean right, SettingsPlace place, String message) {
    if (!right) {
      throw new InvalidSettings(place.path(), message).asException();
    }
  }

  /** The bytes of a text as JSON in UTF-8 (RFC 8259, 7). */
  private static int text(String text) {
    int length = 2;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      length +=
          switch (letter) {
            case '"', '\\', '\b', '\f', '\n', '\r', '\t' -> 2;
            default -> plain(letter);
          };
    }
    return length;
  }

  private static int plain(char letter) {
    if (letter < ' ') {
      return 6;
    }
    if (letter < 0x80) {
      return 1;
    }
    // Two halves of a character are four bytes.
    return letter < 0x800 || Character.isSurrogate(letter) ? 2 : 3;
  }
}
