package io.denizen.domain.audit;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.denizen.domain.shared.InvalidValue;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionTest {

  @ParameterizedTest
  @ValueSource(strings = {"payment.created", "a.b", "payment.refund_requested", "a1.b2.c3"})
  void aNounAndAVerbAreAnAction(String value) {
    assertThat(new Action(value).value()).isEqualTo(value);
    assertThat(new Action(value).isReserved()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "payment",
        ".",
        "payment.",
        ".created",
        "a..b",
        "Payment.created",
        "payment created",
        "1a.b",
        "_a.b",
        "a.b\n",
        "a.b\u0000",
        "a-b.c",
        "é.b",
        "a.\u202eb",
        "a/b.c"
      })
  void anythingElseIsRefused(String value) {
    assertThat(refusal(() -> new Action(value))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aHundredCharactersAreTheMost() {
    assertThat(new Action("a." + "b".repeat(98)).value()).hasSize(100);
    assertThat(refusal(() -> new Action("a." + "b".repeat(99)))).isInstanceOf(InvalidValue.class);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> refusal(() -> new Action("a.".repeat(2_000_000))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "identity.created",
        "application.x",
        "team.a.b",
        "membership.deleted",
        "audit.erased"
      })
  void whatDenizenDoesItselfIsReserved(String value) {
    assertThat(new Action(value).isReserved()).isTrue();
  }

  @Test
  void aNounThatOnlyBeginsLikeOneOfOursIsFree() {
    assertThat(new Action("identity_provider.created").isReserved()).isFalse();
    assertThat(new Action("teams.created").isReserved()).isFalse();
  }
}
