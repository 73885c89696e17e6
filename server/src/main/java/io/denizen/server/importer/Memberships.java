package io.denizen.server.importer;

import io.denizen.membership.v1.CreateMembershipRequest;
import io.denizen.membership.v1.ListMembershipsRequest;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.MembershipServiceGrpc;
import io.denizen.membership.v1.UpdateMembershipRequest;
import io.denizen.server.importer.Tally.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Brings memberships to what the file says of them. */
final class Memberships {

  private static final int PAGE_SIZE = 1_000;

  private final Rpc rpc;
  private final Map<String, CompletableFuture<Map<Place, Membership>>> byPlace =
      new ConcurrentHashMap<>();

  Memberships(Rpc rpc) {
    this.rpc = rpc;
  }

  /**
   * Settles one membership.
   *
   * @param team the name of the team; empty for a membership of the application itself
   * @param roles null for those that they have already, or none
   */
  CompletableFuture<Settled> settle(
      String application, String identity, String team, @Nullable List<String> roles) {
    Membership wanted =
        Membership.newBuilder()
            .setIdentity(identity)
            .setTeam(team)
            .addAllRoles(roles == null ? List.of() : roles)
            .build();
    return byPlace
        .computeIfAbsent(application, a -> load(a, "", new HashMap<>()))
        .thenCompose(
            memberships -> {
              Membership current = memberships.get(new Place(identity, team));
              if (current == null) {
                return create(application, wanted);
              }
              return roles == null ? Settled.unchanged(current.getName()) : update(current, wanted);
            });
  }

  private CompletableFuture<Map<Place, Membership>> load(
      String application, String pageToken, Map<Place, Membership> memberships) {
    return rpc.call(
            MembershipServiceGrpc.getListMembershipsMethod(),
            ListMembershipsRequest.newBuilder()
                .setParent(application)
                .setPageSize(PAGE_SIZE)
                .setPageToken(pageToken)
                .build())
        .thenCompose(
            page -> {
              page.getMembershipsList()
                  .forEach(m -> memberships.put(new Place(m.getIdentity(), m.getTeam()), m));
              return page.getNextPageToken().isEmpty()
                  ? CompletableFuture.completedFuture(memberships)
                  : load(application, page.getNextPageToken(), memberships);
            });
  }

  private CompletableFuture<Settled> create(String application, Membership wanted) {
    return rpc.call(
            MembershipServiceGrpc.getCreateMembershipMethod(),
            CreateMembershipRequest.newBuilder()
                .setParent(application)
                .setMembership(wanted)
                .setRequestId(Rpc.newRequestId())
                .build())
        .thenApply(created -> new Settled(created.getName(), Outcome.CREATED));
  }

  private CompletableFuture<Settled> update(Membership current, Membership wanted) {
    if (new HashSet<>(current.getRolesList()).equals(new HashSet<>(wanted.getRolesList()))) {
      return Settled.unchanged(current.getName());
    }
    return rpc.call(
            MembershipServiceGrpc.getUpdateMembershipMethod(),
            UpdateMembershipRequest.newBuilder()
                .setMembership(current.toBuilder().clearRoles().addAllRoles(wanted.getRolesList()))
                .setUpdateMask(Settled.mask("roles"))
                .setRequestId(Rpc.newRequestId())
                .build())
        .thenApply(updated -> new Settled(updated.getName(), Outcome.UPDATED));
  }

  /** Of a membership in its application; there is one at most. */
  private record Place(String identity, String team) {}
}
