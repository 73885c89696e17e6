package io.denizen.domain.session;

import java.time.Duration;
import java.time.Instant;

/**
 * How long sessions last.
 *
 * @param lifetime from its creation on, whatever happens
 * @param idle from its creation or last refresh on
 * @param grace how long a refresh token that was just used is answered as before, for clients that
 *     did not get the first answer
 */
public record SessionPolicy(Duration lifetime, Duration idle, Duration grace) {

  private static final Duration LONGEST = Duration.ofDays(3_660);
  private static final Duration LONGEST_GRACE = Duration.ofMinutes(5);

  /**
   * How many sessions of an identity can be open. Few enough for one change set to end them all.
   */
  public static final int MAX_OPEN = 1_000;

  /**
   * How many there can be with those that have ended and are not deleted yet. Few enough for one
   * change set to delete them all, with their tokens.
   */
  public static final int MAX_LIVE = 10_000;

  /** How many devices an identity can have that it did not forget. */
  public static final int MAX_DEVICES = 1_000;

  /** How long a revoked session can still be seen before it is deleted. */
  public static final Duration KEPT_AFTER_REVOCATION = Duration.ofDays(1);

  /** 90 days, 14 days without use, 10 seconds. */
  public static final SessionPolicy STANDARD =
      new SessionPolicy(Duration.ofDays(90), Duration.ofDays(14), Duration.ofSeconds(10));

  /**
   * Checks that they make sense.
   *
   * @throws IllegalArgumentException if they do not
   */
  public SessionPolicy {
    requireBetween(Duration.ofSeconds(1), lifetime, LONGEST, "the lifetime of sessions");
    requireBetween(Duration.ofSeconds(1), idle, lifetime, "how long sessions may be idle");
    requireBetween(Duration.ZERO, grace, LONGEST_GRACE, "the grace of refresh tokens");
  }

  /** When a session ends that was created and then used at these times. */
  Instant expiry(Instant created, Instant used) {
    Instant latest = created.plus(lifetime);
    Instant idleUntil = used.plus(idle);
    return idleUntil.isBefore(latest) ? idleUntil : latest;
  }

  private static void requireBetween(Duration least, Duration given, Duration most, String what) {
    if (given.compareTo(least) < 0 || given.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s must be %s to %s, not %s".formatted(what, least, most, given));
    }
  }
}
