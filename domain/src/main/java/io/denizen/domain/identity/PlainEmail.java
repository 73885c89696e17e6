package io.denizen.domain.identity;

/**
 * Email addresses of nothing but ASCII, which almost all are. Addresses are checked whenever a row
 * is read, and the regular expression for all others takes longer than reading the row.
 */
final class PlainEmail {

  private static final String SYMBOLS = "!#$%&'*+/=?^_`{|}~-";
  private static final int LONGEST_LABEL = 63;

  private PlainEmail() {}

  static boolean isOne(String text) {
    int at = text.indexOf('@');
    return at > 0 && areAtoms(text, at) && areLabels(text, at + 1);
  }

  /** Up to an end: none of them empty, dots between them (RFC 5322, 3.2.3). */
  private static boolean areAtoms(String text, int end) {
    char last = '.';
    for (int i = 0; i < end; i++) {
      char letter = text.charAt(i);
      if (letter == '.' ? last == '.' : !isAlphanumeric(letter) && SYMBOLS.indexOf(letter) < 0) {
        return false;
      }
      last = letter;
    }
    return last != '.';
  }

  /** From a start on: dots between them, no hyphen at either end of one (RFC 1123, 2.1). */
  private static boolean areLabels(String text, int start) {
    char last = '.';
    int length = 0;
    for (int i = start; i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean fits =
          switch (letter) {
            case '.' -> last != '.' && last != '-';
            case '-' -> last != '.';
            default -> isAlphanumeric(letter);
          };
      length = letter == '.' ? 0 : length + 1;
      if (!fits || length > LONGEST_LABEL) {
        return false;
      }
      last = letter;
    }
    return last != '.' && last != '-';
  }

  private static boolean isAlphanumeric(char letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9');
  }
}
