package io.denizen.grpc.identity;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.RoleAssignmentId;
import io.denizen.domain.identity.RoleAssignmentQuery;
import io.denizen.domain.identity.SystemRole;
import io.denizen.domain.shared.Page;
import io.denizen.grpc.shared.Etags;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.Filter;
import io.denizen.grpc.shared.Listed;
import io.denizen.grpc.shared.Nested;
import io.denizen.grpc.shared.OrderBy;
import io.denizen.grpc.shared.ResourceIds;
import io.denizen.grpc.shared.Times;
import io.denizen.identity.v1.ListRoleAssignmentsRequest;
import io.denizen.identity.v1.ListRoleAssignmentsResponse;
import io.denizen.identity.v1.RoleAssignment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps role assignments between the API and the domain, both ways. */
final class RoleAssignmentMessages {

  /** The parent that stands for all identities (AIP-159). */
  private static final String EVERYBODY = "identities/-";

  /** The one order there is. */
  private static final Map<String, Boolean> ORDERS = Map.of("create_time", true);

  private static final OrderBy<Boolean> OLDEST_FIRST = new OrderBy<>(true, false);

  private RoleAssignmentMessages() {}

  static RoleAssignment message(io.denizen.domain.identity.RoleAssignment assignment) {
    RoleAssignment.Builder message =
        RoleAssignment.newBuilder()
            .setName(assignment.name().value())
            .setRole(
                io.denizen.domain.identity.RoleAssignment.roleName(assignment.role().slug())
                    .value())
            .setCreateTime(Times.timestamp(assignment.lifecycle().createTime()))
            .setUpdateTime(Times.timestamp(assignment.lifecycle().updateTime()))
            .setEtag(Etags.of(assignment));
    if (assignment.lifecycle().deleteTime() != null) {
      message.setDeleteTime(Times.timestamp(assignment.lifecycle().deleteTime()));
    }
    return message.build();
  }

  static ListRoleAssignmentsResponse list(
      ListRoleAssignmentsRequest request, Page<io.denizen.domain.identity.RoleAssignment> page) {
    Listed<RoleAssignment> listed =
        Listed.of(request, page, RoleAssignmentQuery::cursor, RoleAssignmentMessages::message);
    return ListRoleAssignmentsResponse.newBuilder()
        .addAllRoleAssignments(listed.items())
        .setNextPageToken(listed.nextPageToken())
        .build();
  }

  static Nested<IdentityId, RoleAssignmentId> id(String name) {
    return IdentityMessages.partId("roleAssignments", RoleAssignmentId::new, name);
  }

  static SystemRole assignable(Fields fields, RoleAssignment assignment) {
    return fields.required(
        "role_assignment.role", assignment.getRole(), name -> systemRole(name).requireAssignable());
  }

  static RoleAssignmentQuery query(Fields fields, ListRoleAssignmentsRequest request) {
    @Nullable IdentityId parent =
        request.getParent().equals(EVERYBODY)
            ? null
            : fields.required("parent", request.getParent(), IdentityMessages::id);
    Filter filter = Filter.read(fields, request.getFilter());
    @Nullable SystemRole role = filter.equal("role", RoleAssignmentMessages::systemRole);
    filter.end("role, with =");
    OrderBy<Boolean> order = OrderBy.read(fields, request.getOrderBy(), ORDERS, OLDEST_FIRST);
    return fields.read(
        () -> new RoleAssignmentQuery(parent, role, order.descending(), request.getShowDeleted()));
  }

  private static SystemRole systemRole(String name) {
    return SystemRole.of(ResourceIds.systemRole(name));
  }
}
