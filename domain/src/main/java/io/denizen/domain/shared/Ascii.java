package io.denizen.domain.shared;

/** Rules of texts that programs read: names are checked with every call and row. */
public final class Ascii {

  private Ascii() {}

  /** 1 to so many characters that can be seen, so no blanks. */
  public static boolean isVisible(String text, int most) {
    return isBetween('!', text, most);
  }

  /** 1 to so many characters that can be printed, blanks included. */
  public static boolean isPrintable(String text, int most) {
    return isBetween(' ', text, most);
  }

  private static boolean isBetween(char first, String text, int most) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < first || text.charAt(i) > '~') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= most;
  }
}
