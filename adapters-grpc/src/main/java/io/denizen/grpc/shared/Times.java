package io.denizen.grpc.shared;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.denizen.domain.shared.InvalidValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** Points in time as protobuf has them. */
public final class Times {

  private Times() {}

  public static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  /** A point in time in whole microseconds, which is what is kept; the rest is cut off. */
  public static Instant instant(Timestamp timestamp) {
    if (!Timestamps.isValid(timestamp)) {
      throw new InvalidValue("must be a time of the years 1 to 9999").asException();
    }
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos())
        .truncatedTo(ChronoUnit.MICROS);
  }

  /** The same as text (RFC 3339). */
  public static Instant rfc3339(String text) {
    try {
      return instant(timestamp(OffsetDateTime.parse(text).toInstant()));
    } catch (DateTimeParseException notATime) {
      throw new InvalidValue("must be a time such as 2026-01-31T12:00:00Z").asException();
    }
  }
}
