package io.denizen.persistence.membership;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.Grant;
import io.denizen.domain.membership.MemberAccess;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.MembershipState;
import io.denizen.domain.membership.PermissionPattern;
import io.denizen.domain.membership.RoleId;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code memberships}, and by which of its roles something is granted.
 *
 * @param grants each the id of the role that is held, that of the role which has the permission,
 *     and the permission, with blanks between
 */
record MemberAccessRow(
    MembershipId id,
    ApplicationId applicationId,
    IdentityId identityId,
    @Nullable TeamId teamId,
    RoleSlugs roles,
    MembershipState state,
    @Nullable Instant startsAt,
    @Nullable Instant expiresAt,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt,
    @Nullable ChangeSetId deletionId,
    long version,
    Texts grants) {

  /**
   * With one grant for each role.
   *
   * @param patterns what covers what is asked, the narrowest first
   */
  MemberAccess toAccess(List<PermissionPattern> patterns) {
    Comparator<Source> closest =
        Comparator.<Source, Boolean>comparing(source -> !source.isOwn())
            .thenComparingInt(source -> patterns.indexOf(source.permission()));
    Map<RoleId, Source> byRole = new LinkedHashMap<>();
    for (String grant : grants.values()) {
      Source source = Source.of(grant);
      byRole.merge(
          source.held(), source, (one, other) -> closest.compare(other, one) < 0 ? other : one);
    }
    List<Grant> closestOfEach = new ArrayList<>(byRole.size());
    byRole.values().forEach(source -> closestOfEach.add(source.grant(applicationId, id)));
    return new MemberAccess(membership().toMembership(), closestOfEach);
  }

  private MembershipRow membership() {
    return new MembershipRow(
        id,
        applicationId,
        identityId,
        teamId,
        roles,
        state,
        startsAt,
        expiresAt,
        createdAt,
        updatedAt,
        deletedAt,
        deletionId,
        version);
  }

  /** Which role has the permission that the held one grants. */
  private record Source(RoleId held, RoleId having, PermissionPattern permission) {

    private static final int UUID_LENGTH = 36;

    static Source of(String text) {
      int second = UUID_LENGTH + 1;
      int third = 2 * second;
      return new Source(
          new RoleId(UUID.fromString(text.substring(0, UUID_LENGTH))),
          new RoleId(UUID.fromString(text.substring(second, second + UUID_LENGTH))),
          new PermissionPattern(text.substring(third)));
    }

    boolean isOwn() {
      return having.equals(held);
    }

    Grant grant(ApplicationId applicationId, MembershipId membershipId) {
      return Grant.byMembership(
          applicationId, membershipId, held, isOwn() ? null : having, permission);
    }
  }
}
