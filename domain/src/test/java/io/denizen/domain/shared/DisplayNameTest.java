package io.denizen.domain.shared;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "Zoë O'Neill-Núñez",
        "李小龍",
        "محمد",
        "👩\u200d🚀",
        "a\u00a0b",
        "x'; DROP TABLE identities; --",
        "<b>"
      })
  void namesOfAnyScriptAreKeptAsTheyAre(String value) {
    assertThat(new DisplayName(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " a",
        "a ",
        "\u00a0a",
        "a\u3000",
        "\u2003",
        "a\tb",
        "a\nb",
        "a\r\n",
        "a\u0000b",
        "\u0085a",
        "a\u2028b",
        "a\u2029b",
        "\u202eevil",
        "a\u200fb",
        "a\u061cb",
        "\u2066a\u2069",
        "\ud800",
        "a\udc00b",
        "\u200b",
        "\ufeff\u200d"
      })
  void whatCannotBeSeenOrStoredOrReordersItsSurroundingsIsRefused(String value) {
    assertThat(refusal(() -> new DisplayName(value))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void lengthIsCountedInCodePoints() {
    assertThat(new DisplayName("🚀".repeat(200)).value()).hasSize(400);
    assertThat(refusal(() -> new DisplayName("a".repeat(201)))).isInstanceOf(InvalidValue.class);
  }
}
