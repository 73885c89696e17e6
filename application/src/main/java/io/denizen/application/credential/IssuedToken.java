package io.denizen.application.credential;

import io.denizen.domain.credential.TokenSummary;
import io.denizen.domain.shared.TokenSecret;
import java.util.Optional;

/**
 * A token to be sent to somebody.
 *
 * @param secret what is to be sent; empty in the answer to a repeated request, since it is given
 *     out once and not kept, and where the request was only validated
 */
public record IssuedToken(TokenSummary token, Optional<TokenSecret> secret) {}
