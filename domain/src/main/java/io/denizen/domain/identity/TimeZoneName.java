package io.denizen.domain.identity;

import io.denizen.domain.shared.InvalidValue;
import java.time.zone.ZoneRulesProvider;

/**
 * The name of a time zone in the IANA time zone database, such as {@code Europe/Zurich} (RFC 6557):
 * 1 to 64 of {@code A-Z a-z 0-9 + - _ /}, a letter first.
 *
 * <p>The constructor is for storage: the database of names changes from one Java to the next, and
 * what was a name once must stay readable. New values come from {@link #of}.
 */
public record TimeZoneName(String value) {

  private static final int MAX_LENGTH = 64;

  public TimeZoneName {
    InvalidValue.unless(isWellFormed(value), message());
  }

  /** A zone that this Java knows; offsets such as {@code +02:00} are none. */
  public static TimeZoneName of(String value) {
    InvalidValue.unless(ZoneRulesProvider.getAvailableZoneIds().contains(value), message());
    return new TimeZoneName(value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean isWellFormed(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH || !isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean digit = letter >= '0' && letter <= '9';
      if (!isLetter(letter) && !digit && "+-_/".indexOf(letter) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  }

  private static String message() {
    return "must be a name of the IANA time zone database, such as Europe/Zurich";
  }
}
