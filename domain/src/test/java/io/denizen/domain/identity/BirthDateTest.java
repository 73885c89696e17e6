package io.denizen.domain.identity;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.shared.InvalidValue;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDateTest {

  @ParameterizedTest
  @CsvSource({
    "1975-12-10, 1975, 12, 10",
    "2000-02-29, 2000, 2, 29",
    "1850-01-01, 1850, 1, 1",
    "9999-12-31, 9999, 12, 31",
    "--12-10, 0, 12, 10",
    "--02-29, 0, 2, 29",
    "1975-12, 1975, 12, 0",
    "1975, 1975, 0, 0"
  })
  void aDateIsToldAsFarAsItIsKnown(String value, int year, int month, int day) {
    BirthDate date = new BirthDate(value);

    assertThat(BirthDate.of(year, month, day)).isEqualTo(date);
    assertThat(date.year()).isEqualTo(year);
    assertThat(date.month()).isEqualTo(month);
    assertThat(date.day()).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "0, 12, 0",
    "0, 0, 10",
    "1975, 0, 10",
    "1849, 12, 31",
    "1900, 2, 29",
    "1975, 13, 1",
    "1975, 4, 31",
    "1975, 1, 32",
    "0, 2, 30",
    "-1975, 1, 1",
    "1975, -1, 1",
    "1975, 1, -1",
    "10000, 1, 1",
    "0, 100, 1",
    "2147483647, 2147483647, 2147483647",
    "-2147483648, -2147483648, -2147483648"
  })
  void whatIsNoDateIsRefused(int year, int month, int day) {
    assertThat(refusal(() -> BirthDate.of(year, month, day))).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "1975-",
        "75-12-10",
        "1975/12/10",
        "1975-12-1a",
        "1975-1-10",
        "1975-12-10Z",
        "---10",
        "--12",
        "--1210",
        "-12-10-",
        "١٩٧٥"
      })
  void anotherNotationIsRefused(String value) {
    assertThat(refusal(() -> new BirthDate(value))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aDateIsLaterThanADayOnlyIfItCannotBeThatDayOrBefore() {
    LocalDate day = LocalDate.of(2026, 6, 15);

    assertThat(new BirthDate("2026-06-16").isAfter(day)).isTrue();
    assertThat(new BirthDate("2026-06-15").isAfter(day)).isFalse();
    assertThat(new BirthDate("2026-06").isAfter(day)).isFalse();
    assertThat(new BirthDate("2026-07").isAfter(day)).isTrue();
    assertThat(new BirthDate("2026").isAfter(day)).isFalse();
    assertThat(new BirthDate("2027").isAfter(day)).isTrue();
    assertThat(new BirthDate("--12-31").isAfter(day)).isFalse();
  }
}
