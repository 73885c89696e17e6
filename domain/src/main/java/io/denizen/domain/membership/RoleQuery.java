package io.denizen.domain.membership;

import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Slug;
import org.jspecify.annotations.Nullable;

/** Which roles of one application, in which order. What is null does not restrict. */
public record RoleQuery(
    ApplicationId applicationId,
    @Nullable Slug slug,
    Order order,
    boolean descending,
    boolean includingDeleted) {

  /** All live roles of an application, oldest first. */
  public static RoleQuery all(ApplicationId applicationId) {
    return new RoleQuery(applicationId, null, Order.CREATE_TIME, false, false);
  }

  public Cursor cursor(Role role) {
    return switch (order) {
      case CREATE_TIME -> Cursor.at(role.id());
      case SLUG -> Cursor.at(role.slug().value(), role.id());
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
