package io.denizen.grpc.membership;

import io.denizen.application.membership.MembershipBatches;
import io.denizen.application.membership.MembershipBatches.Deletion;
import io.denizen.application.membership.NewMembership;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.grpc.shared.Etags;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.InvalidRequest;
import io.denizen.grpc.shared.ResourceIds;
import io.denizen.grpc.shared.ResourceIds.InApplication;
import io.denizen.membership.v1.BatchCreateMembershipsRequest;
import io.denizen.membership.v1.BatchCreateMembershipsResponse;
import io.denizen.membership.v1.BatchDeleteMembershipsRequest;
import io.denizen.membership.v1.BatchDeleteMembershipsResponse;
import io.denizen.membership.v1.CreateMembershipRequest;
import io.denizen.membership.v1.DeleteMembershipRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads batches of memberships, and answers them. */
final class MembershipBatchMessages {

  private MembershipBatchMessages() {}

  /**
   * The memberships to create.
   *
   * @param parent null if the request does not say which, which is its own fault
   */
  static List<Supplier<NewMembership>> wanted(
      Fields fields, @Nullable ApplicationId parent, BatchCreateMembershipsRequest request) {
    requireSize(request.getRequestsCount());
    List<Supplier<NewMembership>> wanted = new ArrayList<>(request.getRequestsCount());
    for (int i = 0; i < request.getRequestsCount(); i++) {
      CreateMembershipRequest each = request.getRequests(i);
      String path = "requests[" + i + "]";
      requireOfTheWhole(fields, path, each.getRequestId(), each.getValidateOnly());
      fields.optional(path + ".parent", each.getParent(), name -> requireSame(parent, name));
      wanted.add(
          MembershipMessages.wanted(fields, path + ".membership", each.getMembership(), parent));
    }
    return wanted;
  }

  /** The same of memberships to delete. */
  static List<Supplier<Deletion>> deletions(
      Fields fields, @Nullable ApplicationId parent, BatchDeleteMembershipsRequest request) {
    requireSize(request.getRequestsCount());
    List<Supplier<Deletion>> deletions = new ArrayList<>(request.getRequestsCount());
    Set<MembershipId> named = new HashSet<>();
    for (int i = 0; i < request.getRequestsCount(); i++) {
      DeleteMembershipRequest each = request.getRequests(i);
      String path = "requests[" + i + "]";
      requireOfTheWhole(fields, path, each.getRequestId(), each.getValidateOnly());
      InApplication<MembershipId> id =
          fields.required(
              path + ".name",
              each.getName(),
              name -> ResourceIds.within(parent, MembershipMessages.id(name)));
      if (id != null && !named.add(id.id())) {
        fields.reject(path + ".name", "must be of another membership than those before");
      }
      deletions.add(() -> fields.read(() -> new Deletion(id.id(), Etags.version(each.getEtag()))));
    }
    return deletions;
  }

  static BatchCreateMembershipsResponse created(List<Membership> memberships) {
    return BatchCreateMembershipsResponse.newBuilder()
        .addAllMemberships(memberships.stream().map(MembershipMessages::message).toList())
        .build();
  }

  static BatchDeleteMembershipsResponse deleted(List<Membership> memberships) {
    return BatchDeleteMembershipsResponse.newBuilder()
        .addAllMemberships(memberships.stream().map(MembershipMessages::message).toList())
        .build();
  }

  private static void requireSize(int count) {
    if (count == 0 || count > MembershipBatches.MAX_SIZE) {
      throw InvalidRequest.field(
          "requests", "must be 1 to %,d requests".formatted(MembershipBatches.MAX_SIZE));
    }
  }

  private static void requireOfTheWhole(
      Fields fields, String path, String requestId, boolean validateOnly) {
    if (!requestId.isEmpty()) {
      fields.reject(path + ".request_id", "must be empty: there is one for the whole batch");
    }
    if (validateOnly) {
      fields.reject(path + ".validate_only", "must not be set: there is one for the whole batch");
    }
  }

  private static ApplicationId requireSame(@Nullable ApplicationId parent, String name) {
    ApplicationId named = ResourceIds.application(name);
    if (parent != null && !parent.equals(named)) {
      throw new InvalidValue("must be the parent of the whole batch").asException();
    }
    return named;
  }
}
