package io.denizen.domain.shared;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Takes money. Gives it back.",
        "Zahlungsverkehr für 🚀",
        "Takes money.\nGives it back.\n"
      })
  void aFewLinesOfTextAreADescriptionEvenAnEmptyOne(String value) {
    assertThat(new Description(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\rb", "a\u0000", "\u202e", "\udfff"})
  void whatCannotBeShownOrStoredIsRefused(String value) {
    assertThat(refusal(() -> new Description(value))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void lengthIsCountedInCodePoints() {
    assertThat(new Description("🚀".repeat(1_000)).value()).hasSize(2_000);
    assertThat(refusal(() -> new Description("a".repeat(1_001)))).isInstanceOf(InvalidValue.class);
  }
}
