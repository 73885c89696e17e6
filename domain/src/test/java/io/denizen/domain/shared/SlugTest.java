package io.denizen.domain.shared;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "0",
        "a1",
        "payments",
        "a.b_c-d",
        "a..b",
        "7-eleven",
        "a/b",
        "sigs/apps/admins"
      })
  void lowerCaseLettersAndDigitsWithMarksBetweenThemAreASlug(String value) {
    assertThat(new Slug(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "A",
        "Ab",
        "-a",
        "a-",
        ".a",
        "a.",
        "_",
        "a b",
        "/a",
        "a/",
        "a//b",
        "a-/b",
        "a/.b",
        "../a",
        "é",
        "а",
        "a\n",
        "\na",
        "a\u0000",
        "a\u200f",
        "\ud800",
        "a\u00a0",
        "x'; DROP TABLE teams; --"
      })
  void anythingElseIsRefused(String value) {
    assertThat(refusal(() -> new Slug(value))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void sixtyThreeCharactersAreTheMost() {
    assertThat(new Slug("a".repeat(63)).value()).hasSize(63);
    assertThat(refusal(() -> new Slug("a".repeat(64))).reason()).isEqualTo("INVALID_FIELD");
  }

  @Test
  void aRefusalDoesNotRepeatTheValue() {
    assertThat(refusal(() -> new Slug("SECRET")).message()).doesNotContain("SECRET");
  }
}
