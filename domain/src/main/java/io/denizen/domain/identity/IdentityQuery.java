package io.denizen.domain.identity;

import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Slug;
import java.util.Objects;
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
      case EMAIL ->
          Cursor.at(Objects.requireNonNull(identity.details().email()).key(), identity.id());
    };
  }

  /** What a list can be ordered by. */
  public enum Order {
    /** By id, which is UUIDv7 and so increases with the time of creation. */
    CREATE_TIME,
    /**
     * By the {@linkplain EmailAddress#key key} of the address; identities without one are left out.
     */
    EMAIL
  }
}
