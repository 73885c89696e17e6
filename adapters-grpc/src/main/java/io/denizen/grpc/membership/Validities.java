package io.denizen.grpc.membership;

import com.google.protobuf.util.Durations;
import io.denizen.domain.membership.ValidityPeriod;
import io.denizen.domain.shared.FailureException;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.InvalidRequest;
import io.denizen.grpc.shared.Times;
import io.denizen.membership.v1.Membership;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * When a membership is in force: its {@code start_time}, and {@code expire_time} or {@code ttl}.
 */
final class Validities {

  private Validities() {}

  /** Of a new membership, by the time of its creation. */
  static Function<Instant, ValidityPeriod> read(Fields fields, String path, Membership membership) {
    BiFunction<ValidityPeriod, Instant, ValidityPeriod> edit =
        edit(fields, path, any -> true, membership);
    return now -> edit.apply(ValidityPeriod.UNLIMITED, now);
  }

  /**
   * What an update makes of it at a time.
   *
   * @param path of the membership
   * @param taken which fields are taken from the membership
   */
  static BiFunction<ValidityPeriod, Instant, ValidityPeriod> edit(
      Fields fields, String path, Predicate<String> taken, Membership membership) {
    boolean start = taken.test("start_time");
    boolean end = taken.test("expire_time") || taken.test("ttl");
    @Nullable Instant givenStart =
        start && membership.hasStartTime()
            ? fields.parsed(path + ".start_time", membership.getStartTime(), Times::instant)
            : null;
    Function<Instant, @Nullable Instant> givenEnd =
        end ? end(fields, path, membership) : now -> null;
    String fault = path + (end ? (membership.hasTtl() ? ".ttl" : ".expire_time") : ".start_time");
    return (current, now) ->
        located(
            fault,
            () ->
                new ValidityPeriod(
                    start ? givenStart : current.startTime(),
                    end ? givenEnd.apply(now) : current.expireTime()));
  }

  private static Function<Instant, @Nullable Instant> end(
      Fields fields, String path, Membership membership) {
    return switch (membership.getExpirationCase()) {
      case EXPIRE_TIME -> {
        Instant given =
            fields.parsed(path + ".expire_time", membership.getExpireTime(), Times::instant);
        yield now -> given;
      }
      case TTL -> {
        Duration given = fields.parsed(path + ".ttl", membership.getTtl(), Validities::duration);
        yield now -> now.plus(given);
      }
      case EXPIRATION_NOT_SET -> now -> null;
    };
  }

  /** In whole microseconds, like all times. */
  private static Duration duration(com.google.protobuf.Duration ttl) {
    InvalidValue.unless(Durations.isValid(ttl), "must be a valid duration");
    Duration given =
        Duration.ofSeconds(ttl.getSeconds(), ttl.getNanos()).truncatedTo(ChronoUnit.MICROS);
    InvalidValue.unless(given.isPositive(), "must be at least a microsecond");
    return given;
  }

  /** By then the fields have been read, so what is wrong between them is told by itself. */
  private static ValidityPeriod located(String path, Supplier<ValidityPeriod> period) {
    try {
      return period.get();
    } catch (FailureException refused) {
      if (refused.failure() instanceof InvalidValue invalid) {
        throw InvalidRequest.field(path, invalid.message());
      }
      throw refused;
    }
  }
}
