package io.denizen.domain.shared;

import java.time.Instant;
import java.util.UUID;

/** Moments to decide at, each later than the one before. */
public final class Occasions {

  public static final Occasion FIRST = at(1);
  public static final Occasion SECOND = at(2);
  public static final Occasion THIRD = at(3);

  private Occasions() {}

  private static Occasion at(int minute) {
    return new Occasion(
        new ChangeSetId(new UUID(0x7000L, minute)),
        Instant.parse("2026-01-01T00:00:00.000001Z").plusSeconds(60L * minute));
  }
}
