package io.denizen.domain.shared;

/** Rules that several kinds of text share. */
public final class Text {

  private Text() {}

  /**
   * What people read on one line: 1 to so many code points, something to see among them, no white
   * space around it, all of it {@linkplain #isPrintable printable}.
   */
  public static boolean isLine(String text, int most) {
    return isVisible(text) && !isPadded(text) && length(text) <= most && isPrintable(text);
  }

  /** What people read on one line or several: up to so many code points; may be empty. */
  public static boolean isLines(String text, int most) {
    return length(text) <= most && isPrintable(text.replace("\n", ""));
  }

  /**
   * Letters that PostgreSQL can store and a screen can show: no NUL or other control, no lone
   * surrogate.
   */
  static boolean isPrintable(String text) {
    return text.codePoints().allMatch(Text::isPrintable);
  }

  /** Whether JSON in PostgreSQL can hold it: no NUL, no lone surrogate. */
  public static boolean isStorable(String text) {
    return text.codePoints()
        .allMatch(letter -> letter != 0 && Character.getType(letter) != Character.SURROGATE);
  }

  /** Whether there is white space at either end, the kinds that do not break lines included. */
  static boolean isPadded(String text) {
    return isSpace(text.codePointAt(0)) || isSpace(text.codePointBefore(text.length()));
  }

  /** Whether there is anything to see. */
  public static boolean isVisible(String text) {
    return text.codePoints()
        .anyMatch(letter -> !isSpace(letter) && Character.getType(letter) != Character.FORMAT);
  }

  /** In code points. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      // Invisible marks that reorder what is around them let one name pose as another (Unicode TR
      // 36).
      case Character.FORMAT -> !isDirectional(codePoint);
      default -> true;
    };
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  private static boolean isDirectional(int codePoint) {
    return codePoint == 0x061C
        || codePoint == 0x200E
        || codePoint == 0x200F
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
