package io.denizen.domain.audit;

import static io.denizen.domain.shared.Occasions.FIRST;
import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.shared.InvalidValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedEventTest {

  private static final AuditEventId ID = new AuditEventId(new UUID(0x7000L, 1));
  private static final Caller CALLER =
      new Caller(new Actor("services/shop"), new IpAddress("192.0.2.1"), new UserAgent("shop/1"));

  private static RecordedEvent event(String action, @Nullable Instant occurTime) {
    return new RecordedEvent(
        null,
        new Action(action),
        new ResourceName("payments/42"),
        null,
        null,
        null,
        occurTime,
        null,
        null);
  }

  @Test
  void whatIsNotSaidIsThatTheCallerDidItJustNow() {
    AuditEvent kept = event("payment.created", null).at(FIRST, ID, CALLER, null);

    assertThat(kept.actor()).isEqualTo(CALLER.actor());
    assertThat(kept.occurTime()).isEqualTo(FIRST.time());
    assertThat(kept.createTime()).isEqualTo(FIRST.time());
    assertThat(kept.sequence()).isNull();
    assertThat(kept.resourceVersion()).isNull();
  }

  @Test
  void theAddressOfTheServiceIsNotTakenForTheOneOfItsActor() {
    AuditEvent kept = event("payment.created", null).at(FIRST, ID, CALLER, null);

    assertThat(kept.ipAddress()).isNull();
    assertThat(kept.userAgent()).isNull();
  }

  @Test
  void timesAreKeptInMicroseconds() {
    Instant fine = Instant.parse("2026-01-01T00:00:00.123456789Z");

    assertThat(event("payment.created", fine).occurTime())
        .isEqualTo(Instant.parse("2026-01-01T00:00:00.123456Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0000-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z", "+10000-01-01T00:00:00Z"})
  void timesThatNoTimestampHoldsAreRefused(String time) {
    assertThat(refusal(() -> event("payment.created", Instant.parse(time))))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void nobodyCanPretendThatDenizenDidSomething() {
    assertThat(refusal(() -> event("identity.deleted", null))).isInstanceOf(InvalidValue.class);
  }
}
