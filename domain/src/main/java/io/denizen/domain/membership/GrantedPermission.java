package io.denizen.domain.membership;

import io.denizen.domain.shared.Cursor;
import java.util.List;
import java.util.UUID;

/**
 * Something that someone may do.
 *
 * @param permission as roles have it
 * @param grants each way by which they may; not empty
 */
public record GrantedPermission(PermissionPattern permission, List<Grant> grants) {

  /** A permission is in a list once, so that its text alone tells the place. */
  private static final UUID NO_ID = new UUID(0, 0);

  public GrantedPermission {
    grants = List.copyOf(grants);
  }

  public static Cursor cursor(GrantedPermission granted) {
    return new Cursor(granted.permission.value(), NO_ID);
  }
}
