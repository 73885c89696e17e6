package io.denizen.domain.membership;

import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Slug;
import org.jspecify.annotations.Nullable;

/**
 * One way by which someone may do something.
 *
 * @param role the role that is held
 * @param membership which has the role; null for a role of the system
 * @param roleAssignment which assigned a role of the system; null for any other, and for one that
 *     is held by what is true of the identity
 * @param includedRole the role that the held one includes, however deep, and that has the
 *     permission; null if the held one has it itself
 * @param permission as the role has it
 */
public record Grant(
    ResourceName role,
    @Nullable ResourceName membership,
    @Nullable ResourceName roleAssignment,
    @Nullable ResourceName includedRole,
    PermissionPattern permission) {

  /**
   * By a role of an application.
   *
   * @param included null if the held role has the permission itself
   */
  public static Grant byMembership(
      ApplicationId applicationId,
      MembershipId membership,
      RoleId held,
      @Nullable RoleId included,
      PermissionPattern permission) {
    return new Grant(
        Role.name(applicationId, held),
        Membership.name(applicationId, membership),
        null,
        included == null ? null : Role.name(applicationId, included),
        permission);
  }

  /**
   * By a role of the system.
   *
   * @param roleAssignment null if it is held by what is true of the identity
   */
  public static Grant bySystem(
      Slug role, @Nullable ResourceName roleAssignment, PermissionPattern permission) {
    return new Grant(new ResourceName("roles/" + role), null, roleAssignment, null, permission);
  }
}
