package io.denizen.testkit.shared;

import io.denizen.domain.shared.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUIDv7 (RFC 9562, 6.2 method 1): 48 bits of milliseconds, a counter of 12 bits that borrows from
 * the future when it overflows, 62 random bits.
 */
public final class TimeOrderedIds implements Ids {

  private static final int COUNTER_BITS = 12;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong last = new AtomicLong();

  public TimeOrderedIds(Clock clock) {
    this.clock = clock;
  }

  @Override
  public UUID next() {
    long now = clock.millis() << COUNTER_BITS;
    long place = last.updateAndGet(previous -> Math.max(previous + 1, now));
    long most = (place >>> COUNTER_BITS) << 16 | 0x7000 | (place & 0xFFF);
    long least = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(most, least);
  }
}
