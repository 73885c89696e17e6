package io.denizen.domain.identity;

import io.denizen.domain.shared.InvalidValue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/**
 * When someone was born, as far as they say, in the Gregorian calendar; not before 1850.
 *
 * @param value a whole date {@code 1815-12-10}, one without its year {@code --12-10}, or a year
 *     without its day {@code 1815-12} or {@code 1815} (the notations of XML Schema 1.1, part 2,
 *     3.3.9 to 3.3.14)
 */
public record BirthDate(String value) {

  private static final int FIRST_YEAR = 1_850;
  private static final int LEAP_YEAR = 2_000;

  public BirthDate {
    if (!isOne(value)) {
      throw invalid().asException();
    }
  }

  /**
   * Puts together what is known.
   *
   * @param year 0 if it is not said
   * @param month 1 to 12; 0 if only the year is said
   * @param day 1 to 31; 0 if only the year, or year and month, are said
   */
  public static BirthDate of(int year, int month, int day) {
    String format;
    if (year == 0) {
      format = "--%2$02d-%3$02d";
    } else if (day == 0) {
      format = month == 0 ? "%1$04d" : "%1$04d-%2$02d";
    } else {
      format = "%1$04d-%2$02d-%3$02d";
    }
    return new BirthDate(String.format(Locale.ROOT, format, year, month, day));
  }

  /** 0 if it is not said. */
  public int year() {
    return hasYear(value) ? number(value, 0, 4) : 0;
  }

  /** 1 to 12; 0 if it is not said. */
  public int month() {
    if (!hasYear(value)) {
      return number(value, 2, 4);
    }
    return value.length() > 4 ? number(value, 5, 7) : 0;
  }

  /** 1 to 31; 0 if it is not said. */
  public int day() {
    if (!hasYear(value)) {
      return number(value, 5, 7);
    }
    return value.length() > 7 ? number(value, 8, 10) : 0;
  }

  /** Whether it is certainly later than a day. */
  public boolean isAfter(LocalDate other) {
    return year() != 0
        && LocalDate.of(year(), Math.max(1, month()), Math.max(1, day())).isAfter(other);
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean isOne(String text) {
    return switch (text.length()) {
      case 4 -> hasForm(text, "dddd") && isDay(number(text, 0, 4), 1, 1);
      case 7 ->
          hasYear(text)
              ? hasForm(text, "dddd-dd") && isDay(number(text, 0, 4), number(text, 5, 7), 1)
              : hasForm(text, "--dd-dd")
                  && isDay(LEAP_YEAR, number(text, 2, 4), number(text, 5, 7));
      case 10 ->
          hasForm(text, "dddd-dd-dd")
              && isDay(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
      default -> false;
    };
  }

  private static boolean isDay(int year, int month, int day) {
    return year >= FIRST_YEAR
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(year, month).lengthOfMonth();
  }

  private static boolean hasYear(String text) {
    return text.charAt(0) != '-';
  }

  /** Whether there is a digit wherever the form has a d, and what it has otherwise. */
  private static boolean hasForm(String text, String form) {
    for (int i = 0; i < form.length(); i++) {
      char letter = text.charAt(i);
      if (form.charAt(i) == 'd' ? letter < '0' || letter > '9' : letter != form.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int start, int end) {
    return Integer.parseInt(text, start, end, 10);
  }

  private static InvalidValue invalid() {
    return new InvalidValue(
        "must be a date from 1850 on: year, month and day; month and day; year and month; or a year");
  }
}
