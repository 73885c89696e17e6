package io.denizen.server.importer;

import io.denizen.membership.v1.CreateMembershipRequest;
import io.denizen.membership.v1.ListMembershipsRequest;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.MembershipServiceGrpc;
import io.denizen.membership.v1.UpdateMembershipRequest;
import io.denizen.server.importer.Tally.Outcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Brings memberships to what the file says of them. */
final class Memberships {

  private static final int PAGE_SIZE = 1_000;

  private final Rpc rpc;
  private final Map<String, CompletableFuture<Map<Place, Known>>> byPlace =
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
        .computeIfAbsent(application, a -> load(a, "", new HashMap<>(), new HashMap<>()))
        .thenCompose(
            memberships -> {
              Known current = memberships.get(new Place(id(identity), team));
              if (current == null) {
                return create(application, wanted);
              }
              String name = application + "/memberships/" + current.id();
              return roles == null ? Settled.unchanged(name) : update(name, current, wanted);
            });
  }

  /**
   * Reads what is there.
   *
   * @param same what many memberships have in common, by itself, so that it is kept once
   */
  private CompletableFuture<Map<Place, Known>> load(
      String application,
      String pageToken,
      Map<Place, Known> memberships,
      Map<Object, Object> same) {
    return rpc.call(
            MembershipServiceGrpc.getListMembershipsMethod(),
            ListMembershipsRequest.newBuilder()
                .setParent(application)
                .setPageSize(PAGE_SIZE)
                .setPageToken(pageToken)
                .build())
        .thenCompose(
            page -> {
              page.getMembershipsList().stream()
                  .filter(m -> !isOver(m))
                  .forEach(
                      m ->
                          memberships.put(
                              new Place(id(m.getIdentity()), once(same, m.getTeam())),
                              new Known(
                                  id(m.getName()),
                                  once(same, m.getEtag()),
                                  once(same, Set.copyOf(m.getRolesList())))));
              return page.getNextPageToken().isEmpty()
                  ? CompletableFuture.completedFuture(memberships)
                  : load(application, page.getNextPageToken(), memberships, same);
            });
  }

  /** One that only waits to be swept makes room for another. */
  private static boolean isOver(Membership membership) {
    return membership.hasExpireTime()
        && membership.getExpireTime().getSeconds() < Instant.now().getEpochSecond();
  }

  @SuppressWarnings("unchecked") // A value is its own key.
  private static <T> T once(Map<Object, Object> same, T value) {
    return (T) same.computeIfAbsent(value, first -> first);
  }

  /** The last step of a name. */
  private static UUID id(String name) {
    return UUID.fromString(name.substring(name.lastIndexOf('/') + 1));
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

  private CompletableFuture<Settled> update(String name, Known current, Membership wanted) {
    if (current.roles().equals(Set.copyOf(wanted.getRolesList()))) {
      return Settled.unchanged(name);
    }
    return rpc.call(
            MembershipServiceGrpc.getUpdateMembershipMethod(),
            UpdateMembershipRequest.newBuilder()
                .setMembership(wanted.toBuilder().setName(name).setEtag(current.etag()))
                .setUpdateMask(Settled.mask("roles"))
                .setRequestId(Rpc.newRequestId())
                .build())
        .thenApply(updated -> new Settled(updated.getName(), Outcome.UPDATED));
  }

  /**
   * Of a membership in its application; there is one at most.
   *
   * @param team a name; empty for the application itself
   */
  private record Place(UUID identity, String team) {}

  /** What has to be known of a membership that is there, and no more: there may be millions. */
  private record Known(UUID id, String etag, Set<String> roles) {}
}
