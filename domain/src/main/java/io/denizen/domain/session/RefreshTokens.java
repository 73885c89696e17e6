package io.denizen.domain.session;

import io.denizen.domain.identity.IdentityParts;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The live refresh tokens, for reading; at most one of a session.
 *
 * <p>Every method may complete exceptionally with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public interface RefreshTokens extends IdentityParts<RefreshToken> {

  CompletionStage<List<RefreshToken>> ofSessions(List<SessionId> sessionIds);
}
