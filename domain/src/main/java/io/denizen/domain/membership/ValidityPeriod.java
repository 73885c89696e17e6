package io.denizen.domain.membership;

import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.InvalidValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * From when until when something is valid. Times are within the years 1 to 9999 (RFC 3339) and are
 * cut off to whole microseconds, which is what PostgreSQL keeps.
 *
 * @param startTime the first instant; null for since ever
 * @param expireTime the first instant after it, later than the start; null for for ever
 */
public record ValidityPeriod(@Nullable Instant startTime, @Nullable Instant expireTime) {

  public static final ValidityPeriod UNLIMITED = new ValidityPeriod(null, null);

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  public ValidityPeriod {
    startTime = bounded(startTime);
    expireTime = bounded(expireTime);
    InvalidValue.unless(
        startTime == null || expireTime == null || startTime.isBefore(expireTime),
        "must have start_time before expire_time");
  }

  public boolean covers(Instant now) {
    return (startTime == null || !now.isBefore(startTime)) && !isOverAt(now);
  }

  /** Whether it will never cover anything again. */
  public boolean isOverAt(Instant now) {
    return expireTime != null && !now.isBefore(expireTime);
  }

  boolean beginsLaterThan(ValidityPeriod other) {
    return startTime != null && (other.startTime == null || startTime.isAfter(other.startTime));
  }

  /** Adds this to an image of what is valid. */
  void describe(Document.Builder image) {
    image.putText("start_time", startTime).putText("expire_time", expireTime);
  }

  /** The opposite of {@link #describe}. */
  static ValidityPeriod fromImage(Document image) {
    return new ValidityPeriod(
        image.valueOrNull("start_time", Instant::parse),
        image.valueOrNull("expire_time", Instant::parse));
  }

  private static @Nullable Instant bounded(@Nullable Instant time) {
    if (time == null) {
      return null;
    }
    Instant kept = time.truncatedTo(ChronoUnit.MICROS);
    InvalidValue.unless(
        !kept.isBefore(FIRST) && !kept.isAfter(LAST), "must be within the years 1 to 9999");
    return kept;
  }
}
