package io.denizen.grpc.membership;

import io.denizen.domain.identity.RoleAssignment;
import io.denizen.domain.membership.PermissionPattern;
import io.denizen.domain.membership.SystemRoleGrant;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.Slug;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.Listed;
import io.denizen.membership.v1.ListRolesRequest;
import io.denizen.membership.v1.ListRolesResponse;
import io.denizen.membership.v1.Role;

/** Maps system roles to the API, as roles without a history. */
final class SystemRoleMessages {

  private SystemRoleMessages() {}

  static Role message(SystemRoleGrant grant) {
    Slug slug = grant.role().slug();
    return Role.newBuilder()
        .setName(RoleAssignment.roleName(slug).value())
        .setSlug(slug.value())
        .setDisplayName(grant.displayName().value())
        .setDescription(grant.description().value())
        .addAllPermissions(grant.permissions().stream().map(PermissionPattern::value).toList())
        .build();
  }

  static ListRolesResponse list(ListRolesRequest request, Page<SystemRoleGrant> page) {
    Listed<Role> listed =
        Listed.of(request, page, SystemRoleGrant::cursor, SystemRoleMessages::message);
    return ListRolesResponse.newBuilder()
        .addAllRoles(listed.items())
        .setNextPageToken(listed.nextPageToken())
        .build();
  }

  /** There are few, in an order of their own. */
  static void requireNoQuery(Fields fields, ListRolesRequest request) {
    if (!request.getFilter().isEmpty()) {
      fields.reject("filter", "must be empty where parent is");
    }
    if (!request.getOrderBy().isEmpty()) {
      fields.reject("order_by", "must be empty where parent is");
    }
  }
}
