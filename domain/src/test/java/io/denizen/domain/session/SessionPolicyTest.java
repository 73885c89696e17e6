package io.denizen.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionPolicyTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void endsASessionWhenItIsIdleOrOldWhicheverIsFirst() {
    SessionPolicy policy =
        new SessionPolicy(Duration.ofDays(90), Duration.ofDays(14), Duration.ZERO);

    assertThat(policy.expiry(START, START)).isEqualTo(START.plus(Duration.ofDays(14)));
    assertThat(policy.expiry(START, START.plus(Duration.ofDays(75))))
        .isEqualTo(START.plus(Duration.ofDays(89)));
    assertThat(policy.expiry(START, START.plus(Duration.ofDays(76))))
        .isEqualTo(START.plus(Duration.ofDays(90)));
    assertThat(policy.expiry(START, START.plus(Duration.ofDays(89))))
        .isEqualTo(START.plus(Duration.ofDays(90)));
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, PT0S, PT0S",
    "P1D, P2D, PT0S",
    "P1D, PT0S, PT0S",
    "P20000D, P1D, PT0S",
    "P1D, P1D, -PT1S",
    "P1D, P1D, PT6M",
  })
  void makesSense(Duration lifetime, Duration idle, Duration grace) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SessionPolicy(lifetime, idle, grace))
        .withMessageContaining("must be");
  }
}
