package io.denizen.application.membership;

import io.denizen.domain.membership.InvitationSummary;
import io.denizen.domain.membership.Membership;

/**
 * An invitation and what came of it.
 *
 * @param membership of whoever accepted it
 */
public record AcceptedInvitation(InvitationSummary invitation, Membership membership) {}
