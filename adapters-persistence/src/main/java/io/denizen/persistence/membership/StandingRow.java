package io.denizen.persistence.membership;

import io.denizen.domain.identity.IdentityState;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.MembershipState;
import io.denizen.domain.membership.RoleId;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.membership.ValidityPeriod;
import io.denizen.domain.shared.Slug;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is known about a question: who asks, where, and one role of one membership, or a
 * membership without a role that matters, or no membership at all.
 *
 * @param question its number, from 1; 0 for a role of the system, of which there are only {@code
 *     systemRole} and {@code permissions}
 * @param identityState null if there is no such identity
 * @param emailVerified null if there is no such identity, or if nothing hangs on it
 * @param assigned its assignments of roles of the system, each an id, a blank and the role
 * @param applicationLive null if there is no such application
 * @param lineage null if no team is asked about, or if there is no such team
 * @param membershipId null if the identity is no member; so are all that follow
 * @param permissions of the role: all of them, or those that cover what is asked
 * @param included the same of the roles that it includes, each behind the role's id and a blank;
 *     null if there are none
 */
record StandingRow(
    int question,
    @Nullable IdentityState identityState,
    @Nullable Boolean emailVerified,
    @Nullable Texts assigned,
    @Nullable Boolean applicationLive,
    @Nullable TeamIds lineage,
    @Nullable MembershipId membershipId,
    @Nullable TeamId teamId,
    @Nullable MembershipState state,
    @Nullable Instant startsAt,
    @Nullable Instant expiresAt,
    @Nullable RoleId roleId,
    @Nullable Boolean inherited,
    @Nullable Texts permissions,
    @Nullable Texts included,
    @Nullable Slug systemRole) {

  ValidityPeriod validity() {
    return startsAt == null && expiresAt == null
        ? ValidityPeriod.UNLIMITED
        : new ValidityPeriod(startsAt, expiresAt);
  }
}
