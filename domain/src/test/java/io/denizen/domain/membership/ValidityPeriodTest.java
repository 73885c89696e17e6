package io.denizen.domain.membership;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.shared.InvalidValue;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidityPeriodTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void withoutBoundsItCoversEverything() {
    assertThat(ValidityPeriod.UNLIMITED.covers(Instant.MIN)).isTrue();
    assertThat(ValidityPeriod.UNLIMITED.covers(Instant.MAX)).isTrue();
    assertThat(ValidityPeriod.UNLIMITED.isOverAt(Instant.MAX)).isFalse();
  }

  @Test
  void theStartIsInItAndTheEndIsNot() {
    ValidityPeriod hour = new ValidityPeriod(NOON, NOON.plusSeconds(3_600));

    assertThat(hour.covers(NOON.minusNanos(1))).isFalse();
    assertThat(hour.isOverAt(NOON.minusNanos(1))).isFalse();
    assertThat(hour.covers(NOON)).isTrue();
    assertThat(hour.covers(NOON.plusSeconds(3_600))).isFalse();
    assertThat(hour.isOverAt(NOON.plusSeconds(3_600))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 999, -1_000})
  void itEndsAtLeastAMicrosecondAfterItStarts(long nanos) {
    assertThat(refusal(() -> new ValidityPeriod(NOON, NOON.plusNanos(nanos))))
        .isEqualTo(new InvalidValue("must have start_time before expire_time"));
    assertThat(new ValidityPeriod(NOON, NOON.plusNanos(1_000)).covers(NOON)).isTrue();
  }

  @Test
  void whatIsFinerThanMicrosecondsIsCutOff() {
    assertThat(new ValidityPeriod(NOON.plusNanos(1_999), null))
        .isEqualTo(new ValidityPeriod(NOON.plusNanos(1_000), null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0000-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z"})
  void yearsAreOneTo9999(String time) {
    Instant outside = Instant.parse(time);

    assertThat(refusal(() -> new ValidityPeriod(outside, null)))
        .isEqualTo(new InvalidValue("must be within the years 1 to 9999"));
    assertThat(refusal(() -> new ValidityPeriod(null, outside)))
        .isEqualTo(new InvalidValue("must be within the years 1 to 9999"));
    Instant last = Instant.parse("9999-12-31T23:59:59.999999999Z");
    assertThat(new ValidityPeriod(null, last).covers(NOON)).isTrue();
  }
}
