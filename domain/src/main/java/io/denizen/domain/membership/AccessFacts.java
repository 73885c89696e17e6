package io.denizen.domain.membership;

import static java.util.stream.Collectors.toMap;

import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.RoleAssignment;
import io.denizen.domain.identity.RoleAssignmentId;
import io.denizen.domain.identity.SystemRole;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The resources that decide what an identity may do in an application or a team, as they were at
 * one instant, now or in the past. None of them is deleted.
 *
 * @param identity null if there is none
 * @param assignments of roles of the system to the identity
 * @param applicationLive whether the application is there
 * @param lineage as a {@link Standing} has it
 * @param memberships of the identity in the application and in its teams
 * @param roles of the application, at least those that the memberships lead to
 * @param systemRoles what roles of the system permit; one that is missing permits nothing
 */
public record AccessFacts(
    @Nullable Identity identity,
    List<RoleAssignment> assignments,
    boolean applicationLive,
    List<TeamId> lineage,
    List<Membership> memberships,
    List<Role> roles,
    Map<SystemRole, List<PermissionPattern>> systemRoles) {

  public AccessFacts {
    assignments = List.copyOf(assignments);
    lineage = List.copyOf(lineage);
    memberships = List.copyOf(memberships);
    roles = List.copyOf(roles);
    Map<SystemRole, List<PermissionPattern>> inOrder = new EnumMap<>(SystemRole.class);
    inOrder.putAll(systemRoles);
    systemRoles = Collections.unmodifiableMap(inOrder);
  }

  /**
   * How the identity stands to the place, as {@link Standings} would answer.
   *
   * @param asked null for all permissions
   */
  public Standing standing(@Nullable Permission asked) {
    return new Standing(
        identity == null ? null : identity.state(),
        applicationLive,
        lineage,
        !memberships.isEmpty(),
        Stream.concat(bySystem(asked), byMembership(asked)).toList());
  }

  private Stream<HeldRole> bySystem(@Nullable Permission asked) {
    if (identity == null) {
      return Stream.of();
    }
    Map<SystemRole, RoleAssignmentId> assigned = new EnumMap<>(SystemRole.class);
    // One each, but two where one was taken back and another given at about the same time.
    assignments.forEach(each -> assigned.put(each.role(), each.id()));
    return new HeldSystemRoles(identity.id(), identity.emailVerified(), assigned)
        .permitting(systemRoles, asked == null ? null : PermissionPattern.covering(asked)).stream();
  }

  private Stream<HeldRole> byMembership(@Nullable Permission asked) {
    RoleReach reach = new RoleReach(roles.stream().collect(toMap(Role::slug, Function.identity())));
    return memberships.stream()
        .filter(each -> each.teamId() == null || lineage.contains(each.teamId()))
        .flatMap(each -> reach.heldRoles(each, asked));
  }
}
