package io.denizen.domain.membership;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.ApplicationId;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs where: what no two live memberships share.
 *
 * @param teamId null for the application itself
 */
public record MembershipKey(
    ApplicationId applicationId, IdentityId identityId, @Nullable TeamId teamId) {

  public static MembershipKey of(Membership membership) {
    return new MembershipKey(
        membership.applicationId(), membership.identityId(), membership.teamId());
  }
}
