package io.denizen.application.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A clock that does something when it is asked for the first time. As that of {@link Changes} it
 * overtakes whoever has read before.
 */
public final class Interference extends Clock {

  private final Clock clock;
  private @Nullable Runnable once;

  public Interference(Clock clock, Runnable once) {
    this.clock = clock;
    this.once = once;
  }

  @Override
  public Instant instant() {
    Runnable now = once;
    once = null;
    if (now != null) {
      now.run();
    }
    return clock.instant();
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
