package io.denizen.domain.credential;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a password cannot be tried for a while.
 *
 * @param attempts that may fail in a row; the last of them locks
 * @param first for how long it locks; after each further failure for twice as long as before
 */
public record LockPolicy(int attempts, Duration first) {

  /** However many failed. */
  public static final Duration LONGEST = Duration.ofDays(1);

  /** Ten attempts, then a minute. */
  public static final LockPolicy DEFAULT = new LockPolicy(10, Duration.ofMinutes(1));

  private static final int MAX_DOUBLINGS = 30;

  public LockPolicy {
    if (attempts < 1 || first.isNegative() || first.isZero() || first.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("must lock after 1 or more attempts, for a day at most");
    }
  }

  /** Until when it is locked once so many have failed, the last of them now; null if it is not. */
  @Nullable Instant lockedUntil(int failedAttempts, Instant now) {
    if (failedAttempts < attempts) {
      return null;
    }
    int doublings = Math.min(MAX_DOUBLINGS, failedAttempts - attempts);
    Duration length = first.multipliedBy(1L << doublings);
    return now.plus(length.compareTo(LONGEST) > 0 ? LONGEST : length);
  }
}
