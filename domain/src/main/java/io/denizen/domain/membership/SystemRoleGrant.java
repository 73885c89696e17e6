package io.denizen.domain.membership;

import io.denizen.domain.identity.SystemRole;
import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.DisplayName;
import java.util.List;
import java.util.UUID;

/**
 * What a system role may do, in every application.
 *
 * @param permissions sorted; unmodifiable
 */
public record SystemRoleGrant(
    SystemRole role,
    DisplayName displayName,
    Description description,
    List<PermissionPattern> permissions) {

  private static final UUID NO_ID = new UUID(0, 0);

  public SystemRoleGrant {
    permissions = RoleDetails.permissions(permissions);
  }

  public static Cursor cursor(SystemRoleGrant grant) {
    return new Cursor(grant.role().slug().value(), NO_ID);
  }
}
