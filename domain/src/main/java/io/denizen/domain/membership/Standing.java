package io.denizen.domain.membership;

import io.denizen.domain.identity.IdentityState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How an identity stands to an application or a team, at one instant: all that decides what it may
 * do there. Nothing but what is here grants anything, so whatever was forgotten denies.
 *
 * @param identity null if there is none
 * @param applicationLive whether the application is there
 * @param lineage the team that is asked about first, then those that it is inside; empty for the
 *     application as a whole, and where there is no such team
 * @param member whether the identity has a membership in the application or in any of its teams, in
 *     effect or not
 * @param roles those that cover what is asked, held in the application itself or in a team of the
 *     lineage, whether they reach the place or not, in effect or not
 */
public record Standing(
    @Nullable IdentityState identity,
    boolean applicationLive,
    List<TeamId> lineage,
    boolean member,
    List<HeldRole> roles) {

  /** Of somebody who is not there. */
  public static final Standing NONE = new Standing(null, false, List.of(), false, List.of());

  public Standing {
    lineage = List.copyOf(lineage);
    roles = List.copyOf(roles);
  }

  /**
   * Decides a question.
   *
   * @param scope what this is about
   * @param now after the store was read
   */
  public AccessAnswer answer(AccessScope scope, Instant now) {
    AccessReason obstacle = obstacle(scope);
    if (obstacle != null) {
      return AccessAnswer.denied(obstacle);
    }
    List<Grant> grants = grants(now);
    return grants.isEmpty() ? AccessAnswer.denied(whyNot(now)) : AccessAnswer.granted(grants);
  }

  /**
   * Everything that it may do, in alphabetical order.
   *
   * @param scope what this is about
   * @param now after the store was read
   */
  public List<GrantedPermission> permissions(AccessScope scope, Instant now) {
    if (obstacle(scope) != null) {
      return List.of();
    }
    TreeMap<PermissionPattern, List<Grant>> byPermission = new TreeMap<>();
    for (Grant grant : grants(now)) {
      byPermission.computeIfAbsent(grant.permission(), key -> new ArrayList<>()).add(grant);
    }
    return byPermission.entrySet().stream()
        .map(granted -> new GrantedPermission(granted.getKey(), granted.getValue()))
        .toList();
  }

  /** What denies everything, whatever roles there are. */
  private @Nullable AccessReason obstacle(AccessScope scope) {
    if (identity == null) {
      return AccessReason.IDENTITY_NOT_FOUND;
    }
    if (identity != IdentityState.ACTIVE) {
      return AccessReason.IDENTITY_SUSPENDED;
    }
    if (!applicationLive) {
      return AccessReason.APPLICATION_NOT_FOUND;
    }
    if (scope.teamId() != null && lineage.isEmpty()) {
      return AccessReason.TEAM_NOT_FOUND;
    }
    return null;
  }

  private List<Grant> grants(Instant now) {
    List<Grant> grants = new ArrayList<>(roles.size());
    for (HeldRole role : roles) {
      if (role.reaches(lineage) && role.isInEffectAt(now)) {
        grants.add(role.grant());
      }
    }
    return grants;
  }

  private AccessReason whyNot(Instant now) {
    if (!member) {
      return AccessReason.NOT_A_MEMBER;
    }
    return roles.stream().anyMatch(role -> role.reaches(lineage) && !role.isInEffectAt(now))
        ? AccessReason.MEMBERSHIP_NOT_ACTIVE
        : AccessReason.PERMISSION_NOT_GRANTED;
  }
}
