package io.denizen.domain.identity;

import io.denizen.domain.shared.InvalidValue;

/**
 * A telephone number in the international format of ITU-T E.164, without blanks: {@code +} and 7 to
 * 15 digits, the first of which is not 0. Whether anybody answers there is not known.
 */
public record PhoneNumber(String value) {

  private static final int FEWEST_DIGITS = 7;
  private static final int MOST_DIGITS = 15;

  public PhoneNumber {
    InvalidValue.unless(
        isOne(value), "must be + and 7 to 15 digits (E.164), such as +442079460000");
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean isOne(String text) {
    int digits = text.length() - 1;
    if (digits < FEWEST_DIGITS
        || digits > MOST_DIGITS
        || text.charAt(0) != '+'
        || text.charAt(1) == '0') {
      return false;
    }
    for (int i = 1; i <= digits; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
