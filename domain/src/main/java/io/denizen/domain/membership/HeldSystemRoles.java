package io.denizen.domain.membership;

import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.RoleAssignment;
import io.denizen.domain.identity.RoleAssignmentId;
import io.denizen.domain.identity.SystemRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which roles of the system an identity has.
 *
 * @param assigned those that somebody assigned, with the assignment
 */
public record HeldSystemRoles(
    IdentityId identityId, boolean emailVerified, Map<SystemRole, RoleAssignmentId> assigned) {

  public HeldSystemRoles {
    assigned = Map.copyOf(assigned);
  }

  /**
   * What it may do by them: of each role the narrowest permission that covers what is asked.
   *
   * @param permissions of the system's roles; one that is missing has none
   * @param patterns what covers what is asked, the narrowest first; null for all permissions
   */
  public List<HeldRole> permitting(
      Map<SystemRole, List<PermissionPattern>> permissions,
      @Nullable List<PermissionPattern> patterns) {
    List<HeldRole> permitting = new ArrayList<>();
    permissions.forEach(
        (role, all) -> {
          if (has(role)) {
            List<PermissionPattern> covering = patterns == null ? all : closest(all, patterns);
            covering.forEach(each -> permitting.add(HeldRole.ofSystem(grant(role, each))));
          }
        });
    return permitting;
  }

  private boolean has(SystemRole role) {
    return switch (role) {
      case USER -> true;
      case EMAIL_VERIFIED -> emailVerified;
      case TRUSTED_CONTACT, ADMIN -> assigned.containsKey(role);
    };
  }

  private Grant grant(SystemRole role, PermissionPattern permission) {
    RoleAssignmentId assignment = assigned.get(role);
    ResourceName name = assignment == null ? null : RoleAssignment.name(identityId, assignment);
    return Grant.bySystem(role.slug(), name, permission);
  }

  private static List<PermissionPattern> closest(
      List<PermissionPattern> all, List<PermissionPattern> patterns) {
    return patterns.stream().filter(all::contains).limit(1).toList();
  }
}
