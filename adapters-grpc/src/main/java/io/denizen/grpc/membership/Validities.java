package io.denizen.grpc.membership;

import io.denizen.domain.membership.ValidityPeriod;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.Times;
import io.denizen.membership.v1.Membership;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
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
        Expirations.located(
            fault,
            () ->
                new ValidityPeriod(
                    start ? givenStart : current.startTime(),
                    end ? givenEnd.apply(now) : current.expireTime()));
  }

  private static Function<Instant, @Nullable Instant> end(
      Fields fields, String path, Membership membership) {
    return switch (membership.getExpirationCase()) {
      case EXPIRE_TIME ->
          Expirations.expireTime(fields, path + ".expire_time", membership.getExpireTime());
      case TTL -> Expirations.ttl(fields, path + ".ttl", membership.getTtl());
      case EXPIRATION_NOT_SET -> now -> null;
    };
  }
}
