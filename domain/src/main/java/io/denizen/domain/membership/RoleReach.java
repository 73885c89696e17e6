package io.denizen.domain.membership;

import io.denizen.domain.shared.Slug;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What roles of one application permit, with those that they include.
 *
 * @param roles by their slugs
 */
record RoleReach(Map<Slug, Role> roles) {

  /**
   * Of each role of the membership the permission that covers best what is asked, or all if nothing
   * is.
   */
  Stream<HeldRole> heldRoles(Membership membership, @Nullable Permission asked) {
    return membership.roles().slugs().stream()
        .flatMap(slug -> find(slug).stream())
        .flatMap(
            held ->
                covering(held, asked)
                    .map(
                        source ->
                            new HeldRole(
                                grant(membership, held, source),
                                membership.teamId(),
                                held.details().inherited(),
                                membership.state(),
                                membership.details().validity())));
  }

  private Stream<Source> covering(Role held, @Nullable Permission asked) {
    List<Source> covering =
        withIncluded(held).stream()
            .flatMap(
                role ->
                    role.details().permissions().stream()
                        .filter(permission -> asked == null || permission.covers(asked))
                        .map(permission -> new Source(role, permission)))
            .toList();
    if (asked == null) {
      return covering.stream();
    }
    List<PermissionPattern> closest = PermissionPattern.covering(asked);
    return covering.stream()
        .min(
            Comparator.<Source, Boolean>comparing(source -> !source.role().equals(held))
                .thenComparingInt(source -> closest.indexOf(source.permission())))
        .stream();
  }

  /** The role first. */
  private List<Role> withIncluded(Role role) {
    List<Role> reached = new ArrayList<>(List.of(role));
    for (int next = 0; next < reached.size(); next++) {
      for (Slug slug : reached.get(next).details().includes()) {
        find(slug).filter(included -> !reached.contains(included)).ifPresent(reached::add);
      }
    }
    return reached;
  }

  private Optional<Role> find(Slug slug) {
    return Optional.ofNullable(roles.get(slug));
  }

  private static Grant grant(Membership membership, Role held, Source source) {
    return Grant.byMembership(
        membership.applicationId(),
        membership.id(),
        held.id(),
        source.role().equals(held) ? null : source.role().id(),
        source.permission());
  }

  private record Source(Role role, PermissionPattern permission) {}
}
