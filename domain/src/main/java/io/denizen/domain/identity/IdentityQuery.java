package io.denizen.domain.identity;

import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Slug;
import org.jspecify.annotations.Nullable;

/** Which identities, in which order. What is null does not restrict. */
public record IdentityQuery(
    @Nullable IdentityKind kind,
    @Nullable IdentityState state,
    @Nullable EmailAddress email,
    @Nullable Slug slug,
    Order order,
    boolean descending,
    boolean includingDeleted) {

  /** All live identities, oldest first. */
  public static final IdentityQuery ALL =
      new IdentityQuery(null, null, null, null, Order.CREATE_TIME, false, false);

  public Cursor cursor(Identity identity) {
    return switch (order) {
      case CREATE_TIME -> Cursor.at(identity.id());
      case DISPLAY_NAME -> Cursor.at(identity.details().displayName().value(), identity.id());
    };
  }

  /** What a list can be ordered by. */
  public enum Order {
    /** By id, which is UUIDv7 and so increases with the time of creation. */
    CREATE_TIME,
    /** By Unicode code point. */
    DISPLAY_NAME
  }
}
