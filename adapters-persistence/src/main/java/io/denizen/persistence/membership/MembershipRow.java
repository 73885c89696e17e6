package io.denizen.persistence.membership;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.MembershipState;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.membership.ValidityPeriod;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Lifecycle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code memberships}, column by column. */
record MembershipRow(
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
    long version) {

  Membership toMembership() {
    return new Membership(
        id,
        applicationId,
        identityId,
        teamId,
        new MembershipDetails(roles, new ValidityPeriod(startsAt, expiresAt)),
        state,
        new Lifecycle(createdAt, updatedAt, deletedAt, deletionId, version));
  }
}
