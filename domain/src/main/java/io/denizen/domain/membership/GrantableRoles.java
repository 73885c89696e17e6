package io.denizen.domain.membership;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Slug;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The roles that are there when memberships come back: what was deleted meanwhile cannot come back
 * to them.
 */
public record GrantableRoles(Map<ApplicationId, Set<Slug>> slugs) {

  public GrantableRoles {
    slugs = Map.copyOf(slugs);
  }

  public static GrantableRoles of(List<Role> roles) {
    return new GrantableRoles(
        roles.stream()
            .collect(groupingBy(Role::applicationId, mapping(Role::slug, toUnmodifiableSet()))));
  }

  /** What is said about the membership, but for the roles that are gone. */
  MembershipDetails left(Membership membership) {
    Set<Slug> there = slugs.getOrDefault(membership.applicationId(), Set.of());
    return membership.details().withRoles(membership.roles().only(there::contains));
  }
}
