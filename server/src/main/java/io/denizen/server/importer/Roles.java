package io.denizen.server.importer;

import io.denizen.membership.v1.CreateRoleRequest;
import io.denizen.membership.v1.ListRolesRequest;
import io.denizen.membership.v1.Role;
import io.denizen.membership.v1.RoleServiceGrpc;
import io.denizen.membership.v1.UndeleteRoleRequest;
import io.denizen.membership.v1.UpdateRoleRequest;
import io.denizen.server.importer.Tally.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Brings roles to what the file says of them, and makes those that it only mentions. One that is
 * deleted comes back, since its slug is nobody else's, but with nothing of what it was: somebody
 * may have deleted it for what it permitted.
 */
final class Roles {

  private static final int PAGE_SIZE = 1_000;

  private final Rpc rpc;
  private final Map<String, CompletableFuture<Map<String, Role>>> existing =
      new ConcurrentHashMap<>();
  private final Map<Place, CompletableFuture<?>> there = new ConcurrentHashMap<>();
  private final Consumer<Outcome> mentioned;

  /**
   * Takes all that it needs.
   *
   * @param mentioned is told what became of a role that no line declares
   */
  Roles(Rpc rpc, Consumer<Outcome> mentioned) {
    this.rpc = rpc;
    this.mentioned = mentioned;
  }

  /**
   * Settles one role, when those that it includes are there. No line above mentions it.
   *
   * @param application the name of its application
   */
  CompletableFuture<Settled> settle(Line.Role line, String application) {
    return bring(application, line.slug(), role -> merged(role, line));
  }

  /** Makes those of the roles that are not there yet and that no line above declares. */
  CompletableFuture<?> require(String application, List<String> slugs) {
    return CompletableFuture.allOf(
        slugs.stream()
            .map(
                slug ->
                    there.computeIfAbsent(
                        new Place(application, slug), place -> require(application, slug)))
            .toArray(CompletableFuture[]::new));
  }

  private CompletableFuture<?> require(String application, String slug) {
    return bring(application, slug, UnaryOperator.identity())
        .thenAccept(settled -> mentioned.accept(settled.outcome()));
  }

  /**
   * Settles a role, whether it is there, deleted or new.
   *
   * @param wanted of what it is, or of one that is only mentioned
   */
  private CompletableFuture<Settled> bring(
      String application, String slug, UnaryOperator<Role> wanted) {
    return existing(application)
        .thenCompose(
            roles -> {
              Role current = roles.get(slug);
              if (current == null) {
                return create(application, wanted.apply(mentioned(slug)));
              }
              return current.hasDeleteTime()
                  ? undelete(current, wanted)
                  : update(current, wanted.apply(current));
            });
  }

  private static Role mentioned(String slug) {
    return Role.newBuilder().setSlug(slug).setDisplayName(slug).build();
  }

  /** What the line does not say stays as it is. */
  private static Role merged(Role current, Line.Role line) {
    Role.Builder merged =
        current.toBuilder()
            .setDisplayName(Settled.orElse(line.displayName(), current.getDisplayName()))
            .setDescription(Settled.orElse(line.description(), current.getDescription()))
            .setOwner(Objects.requireNonNullElse(line.owner(), current.getOwner()))
            .setInherited(Objects.requireNonNullElse(line.inherited(), current.getInherited()));
    if (line.permissions() != null) {
      merged.clearPermissions().addAllPermissions(sorted(line.permissions()));
    }
    if (line.includes() != null) {
      merged.clearIncludes().addAllIncludes(sorted(line.includes()));
    }
    if (line.assignableBy() != null) {
      merged.clearAssignableBy().addAllAssignableBy(sorted(line.assignableBy()));
    }
    return merged.build();
  }

  /** As the server answers them. */
  private static List<String> sorted(List<String> texts) {
    return texts.stream().sorted().toList();
  }

  private CompletableFuture<Map<String, Role>> existing(String application) {
    return existing.computeIfAbsent(application, a -> load(a, "", new ConcurrentHashMap<>()));
  }

  private CompletableFuture<Map<String, Role>> load(
      String application, String pageToken, Map<String, Role> roles) {
    return rpc.call(
            RoleServiceGrpc.getListRolesMethod(),
            ListRolesRequest.newBuilder()
                .setParent(application)
                .setPageSize(PAGE_SIZE)
                .setPageToken(pageToken)
                .setShowDeleted(true)
                .build())
        .thenCompose(
            page -> {
              page.getRolesList().forEach(role -> roles.put(role.getSlug(), role));
              return page.getNextPageToken().isEmpty()
                  ? CompletableFuture.completedFuture(roles)
                  : load(application, page.getNextPageToken(), roles);
            });
  }

  private CompletableFuture<Settled> create(String application, Role wanted) {
    return rpc.call(
            RoleServiceGrpc.getCreateRoleMethod(),
            CreateRoleRequest.newBuilder()
                .setParent(application)
                .setRole(wanted)
                .setRequestId(Rpc.newRequestId())
                .build())
        .thenApply(created -> new Settled(created.getName(), Outcome.CREATED));
  }

  /** Brings one back as if it were made now. */
  private CompletableFuture<Settled> undelete(Role deleted, UnaryOperator<Role> wanted) {
    return rpc.call(
            RoleServiceGrpc.getUndeleteRoleMethod(),
            UndeleteRoleRequest.newBuilder()
                .setName(deleted.getName())
                .setRequestId(Rpc.newRequestId())
                .build())
        .thenCompose(
            back ->
                update(
                    back,
                    wanted.apply(
                        mentioned(back.getSlug()).toBuilder()
                            .setName(back.getName())
                            .setEtag(back.getEtag())
                            .build())))
        .thenApply(settled -> new Settled(settled.name(), Outcome.UPDATED));
  }

  private CompletableFuture<Settled> update(Role current, Role merged) {
    if (merged.equals(current)) {
      return Settled.unchanged(current.getName());
    }
    return rpc.call(
            RoleServiceGrpc.getUpdateRoleMethod(),
            UpdateRoleRequest.newBuilder()
                .setRole(merged)
                .setUpdateMask(Settled.mask("*"))
                .setRequestId(Rpc.newRequestId())
                .build())
        .thenApply(updated -> new Settled(updated.getName(), Outcome.UPDATED));
  }

  /** Of a role in its application. */
  private record Place(String application, String slug) {}
}
