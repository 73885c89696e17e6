package io.denizen.domain.membership;

import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Slug;
import org.jspecify.annotations.Nullable;

/** Which applications, in which order. What is null does not restrict. */
public record ApplicationQuery(
    @Nullable Slug slug, Order order, boolean descending, boolean includingDeleted) {

  /** All live applications, oldest first. */
  public static final ApplicationQuery ALL =
      new ApplicationQuery(null, Order.CREATE_TIME, false, false);

  public Cursor cursor(Application application) {
    return switch (order) {
      case CREATE_TIME -> Cursor.at(application.id());
      case SLUG -> Cursor.at(application.details().slug().value(), application.id());
    };
  }

  /** What a list can be ordered by. */
  public enum Order {
    /** By id, which is UUIDv7 and so increases with the time of creation. */
    CREATE_TIME,
    /** By ASCII code. */
    SLUG
  }
}
