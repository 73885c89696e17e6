package io.denizen.persistence.membership;

import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.membership.Invitation;
import io.denizen.domain.membership.InvitationDetails;
import io.denizen.domain.membership.InvitationId;
import io.denizen.domain.membership.InvitationState;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.TokenHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code invitations}, column by column. */
record InvitationRow(
    InvitationId id,
    ApplicationId applicationId,
    @Nullable TeamId teamId,
    EmailAddress email,
    RoleSlugs roles,
    TokenHash tokenHash,
    InvitationState state,
    Instant expiresAt,
    @Nullable Instant acceptedAt,
    @Nullable MembershipId membershipId,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt,
    @Nullable ChangeSetId deletionId,
    long version) {

  Invitation toInvitation() {
    return new Invitation(
        id,
        applicationId,
        new InvitationDetails(teamId, email, roles),
        tokenHash,
        state,
        expiresAt,
        acceptedAt,
        membershipId,
        new Lifecycle(createdAt, updatedAt, deletedAt, deletionId, version));
  }
}
