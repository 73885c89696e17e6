package io.denizen.grpc.membership;

import io.denizen.domain.membership.Belonging;
import io.denizen.domain.membership.GrantedPermission;
import io.denizen.domain.membership.MemberAccess;
import io.denizen.domain.shared.Page;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.Filter;
import io.denizen.grpc.shared.Listed;
import io.denizen.membership.v1.AccessServiceListApplicationsRequest;
import io.denizen.membership.v1.AccessServiceListApplicationsResponse;
import io.denizen.membership.v1.ApplicationMemberships;
import io.denizen.membership.v1.ListMembersWithAccessRequest;
import io.denizen.membership.v1.ListMembersWithAccessResponse;
import io.denizen.membership.v1.ListPermissionsRequest;
import io.denizen.membership.v1.ListPermissionsResponse;

/** Maps pages of permissions, of where someone belongs, and of members to the API. */
final class AccessLists {

  private AccessLists() {}

  /** There is one order, and nothing to filter by. */
  static void requirePlain(Fields fields, String filter, String orderBy) {
    Filter.read(fields, filter).end("nothing");
    if (!orderBy.isBlank()) {
      fields.reject("order_by", "must be empty: there is one order");
    }
  }

  static ListPermissionsResponse permissions(
      ListPermissionsRequest request, Page<GrantedPermission> page) {
    Listed<io.denizen.membership.v1.GrantedPermission> listed =
        Listed.of(request, page, GrantedPermission::cursor, AccessLists::message);
    return ListPermissionsResponse.newBuilder()
        .addAllPermissions(listed.items())
        .setNextPageToken(listed.nextPageToken())
        .build();
  }

  static AccessServiceListApplicationsResponse applications(
      AccessServiceListApplicationsRequest request, Page<Belonging> page) {
    Listed<ApplicationMemberships> listed =
        Listed.of(request, page, Belonging::cursor, AccessLists::message);
    return AccessServiceListApplicationsResponse.newBuilder()
        .addAllApplications(listed.items())
        .setNextPageToken(listed.nextPageToken())
        .build();
  }

  static ListMembersWithAccessResponse members(
      ListMembersWithAccessRequest request, Page<MemberAccess> page) {
    Listed<io.denizen.membership.v1.MemberAccess> listed =
        Listed.of(request, page, MemberAccess::cursor, AccessLists::message);
    return ListMembersWithAccessResponse.newBuilder()
        .addAllMembers(listed.items())
        .setNextPageToken(listed.nextPageToken())
        .build();
  }

  private static io.denizen.membership.v1.GrantedPermission message(GrantedPermission granted) {
    return io.denizen.membership.v1.GrantedPermission.newBuilder()
        .setPermission(granted.permission().value())
        .addAllGrants(granted.grants().stream().map(AccessMessages::message).toList())
        .build();
  }

  private static ApplicationMemberships message(Belonging belonging) {
    return ApplicationMemberships.newBuilder()
        .setApplication(ApplicationMessages.message(belonging.application()))
        .addAllMemberships(
            belonging.memberships().stream().map(MembershipMessages::message).toList())
        .build();
  }

  private static io.denizen.membership.v1.MemberAccess message(MemberAccess access) {
    return io.denizen.membership.v1.MemberAccess.newBuilder()
        .setMembership(MembershipMessages.message(access.membership()))
        .addAllGrants(access.grants().stream().map(AccessMessages::message).toList())
        .build();
  }
}
