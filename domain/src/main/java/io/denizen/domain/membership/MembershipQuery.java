package io.denizen.domain.membership;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Slug;
import org.jspecify.annotations.Nullable;

/**
 * Which memberships, by id, which is UUIDv7 and so increases with the time of creation. What is
 * null does not restrict.
 *
 * @param applicationId those in the application's teams too
 * @param teamId only those in the team itself, not in the teams inside it
 * @param role only those that have it among their roles
 */
public record MembershipQuery(
    @Nullable ApplicationId applicationId,
    @Nullable IdentityId identityId,
    @Nullable TeamId teamId,
    @Nullable Slug role,
    boolean descending,
    boolean includingDeleted) {

  /** All live memberships, oldest first. */
  public static final MembershipQuery ALL =
      new MembershipQuery(null, null, null, null, false, false);

  /** How an identity belongs to an application. */
  public static MembershipQuery of(ApplicationId applicationId, IdentityId identityId) {
    return new MembershipQuery(applicationId, identityId, null, null, false, false);
  }

  public static Cursor cursor(Membership membership) {
    return Cursor.at(membership.id());
  }
}
