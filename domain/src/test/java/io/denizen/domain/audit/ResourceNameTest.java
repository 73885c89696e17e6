package io.denizen.domain.audit;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.denizen.domain.shared.InvalidValue;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceNameTest {

  private final ResourceName team =
      new ResourceName(
          "applications/00000000-0000-7000-0000-000000000001/teams/00000000-0000-7000-0000-000000000002");

  @Test
  void aNameOfOursTellsItsIdAndWhatItIsIn() {
    assertThat(team.id()).isEqualTo(new UUID(0x7000L, 2));
    assertThat(team.parent())
        .isEqualTo(new ResourceName("applications/00000000-0000-7000-0000-000000000001"));
    assertThatThrownBy(() -> team.parent().parent()).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\n", "\u0000", "é", "\u202ea"})
  void anythingButVisibleAsciiIsRefused(String value) {
    assertThat(refusal(() -> new ResourceName(value))).isInstanceOf(InvalidValue.class);
    assertThat(refusal(() -> new Actor(value))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void namesHaveAnEnd() {
    assertThat(refusal(() -> new ResourceName("a".repeat(501)))).isInstanceOf(InvalidValue.class);
    assertThat(refusal(() -> new Actor("a".repeat(201)))).isInstanceOf(InvalidValue.class);
    assertThat(refusal(() -> new UserAgent("a".repeat(501)))).isInstanceOf(InvalidValue.class);
  }
}
