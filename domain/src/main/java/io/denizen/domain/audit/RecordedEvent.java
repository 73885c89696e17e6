package io.denizen.domain.audit;

import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.Occasion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What another service asks to have on record.
 *
 * @param actor null if the caller did it itself
 * @param action not one of Denizen's own, see {@link Action#isReserved}
 * @param ipAddress from which the actor asked; null if unknown
 * @param userAgent with which the actor asked; null if unknown
 * @param occurTime in the years 1 to 9999 (RFC 3339); null if it happened just now. Finer than
 *     microseconds is cut off
 * @param before null if there was nothing before, or nothing is said about it
 * @param after null if there is nothing any more, or nothing is said about it
 */
public record RecordedEvent(
    @Nullable Actor actor,
    Action action,
    ResourceName resource,
    @Nullable ApplicationId applicationId,
    @Nullable IpAddress ipAddress,
    @Nullable UserAgent userAgent,
    @Nullable Instant occurTime,
    @Nullable Document before,
    @Nullable Document after) {

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  public RecordedEvent {
    if (action.isReserved()) {
      throw new InvalidValue(
              "must not begin with a noun of Denizen's own, such as identity or membership")
          .asException();
    }
    if (occurTime != null) {
      occurTime = inMicroseconds(occurTime);
    }
  }

  /** What is kept of it. */
  public AuditEvent at(
      Occasion occasion, AuditEventId id, Caller caller, @Nullable RequestKey key) {
    return new AuditEvent(
        id,
        null,
        occasion.changeSet(),
        actor == null ? caller.actor() : actor,
        action,
        resource,
        null,
        null,
        applicationId,
        ipAddress,
        userAgent,
        key == null ? null : key.requestId(),
        occurTime == null ? occasion.time() : occurTime,
        occasion.time(),
        before,
        after);
  }

  private static Instant inMicroseconds(Instant time) {
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new InvalidValue("must be a time in the years 1 to 9999").asException();
    }
    return time.truncatedTo(ChronoUnit.MICROS);
  }
}
