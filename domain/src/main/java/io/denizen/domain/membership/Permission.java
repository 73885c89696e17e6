package io.denizen.domain.membership;

import io.denizen.domain.shared.InvalidValue;

/**
 * Something that may be allowed or not, as an application names it: {@code invoice.read}. 1 to 100
 * of {@code a-z 0-9 _ - .}, where dots only join what is not empty.
 */
public record Permission(String value) {

  static final int MAX_LENGTH = 100;

  public Permission {
    InvalidValue.unless(
        isName(value, value.length()),
        "must be words of a-z, 0-9, '_' and '-' joined by dots, such as invoice.read, at most 100 characters");
  }

  /** Whether the text up to there is one. Asked with every check: no regular expression. */
  static boolean isName(String text, int end) {
    if (text.length() > MAX_LENGTH) {
      return false;
    }
    boolean afterLetter = false;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
      if (!letter && (c != '.' || !afterLetter)) {
        return false;
      }
      afterLetter = letter;
    }
    return afterLetter;
  }

  @Override
  public String toString() {
    return value;
  }
}
