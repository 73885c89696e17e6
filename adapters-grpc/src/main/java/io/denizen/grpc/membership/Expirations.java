package io.denizen.grpc.membership;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import io.denizen.domain.shared.FailureException;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.InvalidRequest;
import io.denizen.grpc.shared.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** When something ends: an {@code expire_time} or a {@code ttl} (AIP-214), by the time of now. */
final class Expirations {

  private Expirations() {}

  static Function<Instant, Instant> expireTime(Fields fields, String path, Timestamp time) {
    Instant given = fields.parsed(path, time, Times::instant);
    return now -> given;
  }

  static Function<Instant, Instant> ttl(
      Fields fields, String path, com.google.protobuf.Duration ttl) {
    Duration given = fields.parsed(path, ttl, Expirations::duration);
    return now -> now.plus(given);
  }

  /** Tells of a field what is wrong with it only once the time of the change is known. */
  static <T> T located(String path, Supplier<T> value) {
    try {
      return value.get();
    } catch (FailureException refused) {
      if (refused.failure() instanceof InvalidValue invalid) {
        throw InvalidRequest.field(path, invalid.message());
      }
      throw refused;
    }
  }

  /** In whole microseconds, like all times. */
  private static Duration duration(com.google.protobuf.Duration ttl) {
    InvalidValue.unless(Durations.isValid(ttl), "must be a valid duration");
    Duration given =
        Duration.ofSeconds(ttl.getSeconds(), ttl.getNanos()).truncatedTo(ChronoUnit.MICROS);
    InvalidValue.unless(given.isPositive(), "must be at least a microsecond");
    return given;
  }
}
