package io.denizen.application.membership;

import io.denizen.domain.membership.InvitationSummary;
import io.denizen.domain.shared.TokenSecret;
import java.util.Optional;

/**
 * An invitation to be sent to somebody.
 *
 * @param secret what is to be sent; empty in the answer to a repeated request, since it is given
 *     out once and not kept, and where the request was only validated
 */
public record IssuedInvitation(InvitationSummary invitation, Optional<TokenSecret> secret) {}
