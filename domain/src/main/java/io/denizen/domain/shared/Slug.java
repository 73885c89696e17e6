package io.denizen.domain.shared;

/**
 * A short name for addresses and command lines: 1 to 63 of {@code a-z 0-9 . _ - /}, a letter or
 * digit at both ends and next to every slash. The slash is for organisations whose teams are named
 * by path.
 */
public record Slug(String value) implements Comparable<Slug> {

  private static final int MAX_LENGTH = 63;

  public Slug {
    InvalidValue.unless(
        isSlug(value),
        "must be 1 to 63 of a-z, 0-9, '.', '_', '-' and '/', with a letter or digit at both ends and beside each '/'");
  }

  /** Names are checked with every call and row: letter by letter, without a regular expression. */
  private static boolean isSlug(String text) {
    boolean afterLetter = false;
    boolean needsLetter = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      boolean slash = c == '/';
      if (slash ? !afterLetter : !letter && (needsLetter || "._-".indexOf(c) < 0)) {
        return false;
      }
      afterLetter = letter;
      needsLetter = slash;
    }
    return afterLetter && text.length() <= MAX_LENGTH;
  }

  @Override
  public int compareTo(Slug other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
