package io.denizen.persistence.membership;

import io.denizen.domain.identity.SystemRole;
import io.denizen.domain.membership.PermissionPattern;
import io.denizen.domain.membership.SystemRoleGrant;
import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.DisplayName;

/** A row of {@code system_roles}, column by column. */
record SystemRoleRow(
    SystemRole slug, DisplayName displayName, Description description, Texts permissions) {

  SystemRoleGrant toGrant() {
    return new SystemRoleGrant(
        slug, displayName, description, permissions.as(PermissionPattern::new));
  }
}
