package io.denizen.domain.identity;

import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in settings a value is, by the keys of the objects around it, the outermost first; lists
 * have no places.
 *
 * @param keys 1 to {@value Settings#MAX_DEPTH}
 */
public record SettingsPath(List<String> keys) {

  private static final char QUOTE = '`';

  public SettingsPath {
    keys = List.copyOf(keys);
    InvalidValue.unless(
        !keys.isEmpty()
            && keys.size() <= Settings.MAX_DEPTH
            && keys.stream().allMatch(SettingsPath::isKey),
        "must name 1 to 8 keys, each of 1 to 128 characters");
  }

  /** Of an outermost key. */
  static SettingsPath of(String key) {
    return new SettingsPath(List.of(key));
  }

  /**
   * Reads a path as field masks write them (AIP-161): keys with dots between them, such as {@code
   * mail.digest}. A key that is more than letters, digits and underscores, or begins with a digit,
   * stands between backticks, and a backtick in it is doubled.
   */
  public static SettingsPath parse(String text) {
    List<String> keys = new ArrayList<>();
    int start = 0;
    do {
      StringBuilder key = new StringBuilder();
      start = readKey(text, start, key);
      keys.add(key.toString());
      // One more than can be, by which it shows that there are too many.
    } while (start <= text.length() && keys.size() <= Settings.MAX_DEPTH);
    return new SettingsPath(keys);
  }

  /** The opposite of {@link #parse}, of one key. */
  static String quoted(String key) {
    return isPlain(key) ? key : QUOTE + key.replace("`", "``") + QUOTE;
  }

  /** Whether settings may have such a key. */
  static boolean isKey(String key) {
    return !key.isEmpty() && Text.length(key) <= Settings.MAX_KEY_LENGTH && Text.isStorable(key);
  }

  @Override
  public String toString() {
    return String.join(".", keys.stream().map(SettingsPath::quoted).toList());
  }

  /** Where the next key starts; past the end of the text if this was the last. */
  private static int readKey(String text, int start, StringBuilder key) {
    boolean isQuoted = start < text.length() && text.charAt(start) == QUOTE;
    int end = isQuoted ? readQuoted(text, start + 1, key) : readPlain(text, start, key);
    if (end < text.length() && text.charAt(end) != '.') {
      throw malformed().asException();
    }
    return end + 1;
  }

  /** The end of a key without quotes. */
  private static int readPlain(String text, int start, StringBuilder key) {
    int dot = text.indexOf('.', start);
    int end = dot < 0 ? text.length() : dot;
    key.append(text, start, end);
    if (!isPlain(key)) {
      throw malformed().asException();
    }
    return end;
  }

  /** The end of a key between quotes, behind the second of them. */
  private static int readQuoted(String text, int start, StringBuilder key) {
    int i = start;
    while (i < text.length()) {
      char letter = text.charAt(i++);
      if (letter == QUOTE) {
        if (i == text.length() || text.charAt(i) != QUOTE) {
          return i;
        }
        i++;
      }
      key.append(letter);
    }
    throw malformed().asException();
  }

  private static boolean isPlain(CharSequence key) {
    for (int i = 0; i < key.length(); i++) {
      char letter = key.charAt(i);
      boolean digit = letter >= '0' && letter <= '9';
      boolean other =
          (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_';
      if (!(other || (digit && i > 0))) {
        return false;
      }
    }
    return !key.isEmpty();
  }

  private static InvalidValue malformed() {
    return new InvalidValue(
        "must be keys with dots between them, other characters than letters, digits and _ between backticks");
  }
}
