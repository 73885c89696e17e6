package io.denizen.domain.audit;

import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.InvalidValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events, in the order of recording. What is null does not restrict.
 *
 * @param occurredFrom inclusive
 * @param occurredBefore exclusive
 */
public record AuditEventQuery(
    @Nullable ResourceName resource,
    @Nullable Actor actor,
    @Nullable Action action,
    @Nullable ApplicationId applicationId,
    @Nullable Instant occurredFrom,
    @Nullable Instant occurredBefore,
    boolean newestFirst) {

  /**
   * Where an event stands in the list.
   *
   * @throws IllegalArgumentException if the event is not stored yet
   */
  public static Cursor cursor(AuditEvent event) {
    if (event.sequence() == null) {
      throw new IllegalArgumentException("an event that is not stored has no place in a list");
    }
    return Cursor.at(Long.toString(event.sequence()), event.id());
  }

  /**
   * The opposite of {@link #cursor}: the sequence of the event there.
   *
   * @throws io.denizen.domain.shared.FailureException with {@link InvalidValue} if the cursor is of
   *     another list
   */
  public static long sequence(Cursor cursor) {
    try {
      return Long.parseLong(cursor.key());
    } catch (NumberFormatException ofAnotherList) {
      throw new InvalidValue("must be where a page of audit events ended").asException();
    }
  }
}
