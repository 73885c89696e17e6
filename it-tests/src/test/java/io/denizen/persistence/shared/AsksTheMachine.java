package io.denizen.persistence.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Breaks the rule that time and identifiers come from outside, in every way there is. */
final class AsksTheMachine {
  private AsksTheMachine() {}

  @SuppressWarnings({"JavaUtilDate", "JavaTimeDefaultTimeZone"})
  static List<Object> answers() {
    return List.of(
        Instant.now(),
        LocalDate.now(),
        LocalDateTime.now(),
        OffsetDateTime.now(),
        ZonedDateTime.now(ZoneOffset.UTC),
        Clock.systemUTC(),
        System.currentTimeMillis(),
        new Date(),
        UUID.randomUUID());
  }
}
