package io.denizen.server.importer;

import io.denizen.membership.v1.CreateRoleRequest;
import io.denizen.membership.v1.ListRolesRequest;
import io.denizen.membership.v1.Role;
import io.denizen.membership.v1.RoleServiceGrpc;
import io.denizen.membership.v1.UpdateRoleRequest;
import io.denizen.server.importer.Tally.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Brings roles to what the file says of them, and makes those that it only mentions. */
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
   * Settles one role, after the roles that it includes. No line above mentions it.
   *
   * @param application the name of its application
   */
  CompletableFuture<Settled> settle(Line.Role line, String application) {
    CompletableFuture<Settled> settled =
        require(application, orNone(line.includes()))
            .thenCompose(ready -> existing(application))
            .thenCompose(
                roles -> {
                  Role current = roles.get(line.slug());
                  return current == null
                      ? create(application, wanted(line))
                      : update(current, wanted(line));
                });
    there.put(new Place(application, line.slug()), settled);
    return settled;
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
    return existing(application)
        .thenCompose(
            roles ->
                roles.containsKey(slug)
                    ? Settled.unchanged(roles.get(slug).getName())
                    : create(
                        application, Role.newBuilder().setSlug(slug).setDisplayName(slug).build()))
        .thenAccept(settled -> mentioned.accept(settled.outcome()));
  }

  private static Role wanted(Line.Role line) {
    return Role.newBuilder()
        .setSlug(line.slug())
        .setDisplayName(Settled.orElse(line.displayName(), line.slug()))
        .setDescription(Settled.orElse(line.description(), ""))
        .addAllPermissions(orNone(line.permissions()))
        .addAllIncludes(orNone(line.includes()))
        .addAllAssignableBy(orNone(line.assignableBy()))
        .setOwner(Boolean.TRUE.equals(line.owner()))
        .setInherited(Boolean.TRUE.equals(line.inherited()))
        .build();
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

  private CompletableFuture<Settled> update(Role current, Role wanted) {
    if (wanted.getDisplayName().equals(current.getDisplayName())
        && wanted.getDescription().equals(current.getDescription())
        && same(wanted, current, Role::getPermissionsList)
        && same(wanted, current, Role::getIncludesList)
        && same(wanted, current, Role::getAssignableByList)
        && wanted.getOwner() == current.getOwner()
        && wanted.getInherited() == current.getInherited()) {
      return Settled.unchanged(current.getName());
    }
    return rpc.call(
            RoleServiceGrpc.getUpdateRoleMethod(),
            UpdateRoleRequest.newBuilder()
                .setRole(wanted.toBuilder().setName(current.getName()).setEtag(current.getEtag()))
                .setUpdateMask(Settled.mask("*"))
                .setRequestId(Rpc.newRequestId())
                .build())
        .thenApply(updated -> new Settled(updated.getName(), Outcome.UPDATED));
  }

  private static List<String> orNone(@Nullable List<String> given) {
    return given == null ? List.of() : given;
  }

  private static boolean same(Role one, Role other, Function<Role, List<String>> list) {
    return new HashSet<>(list.apply(one)).equals(new HashSet<>(list.apply(other)));
  }

  /** Of a role in its application. */
  private record Place(String application, String slug) {}
}
