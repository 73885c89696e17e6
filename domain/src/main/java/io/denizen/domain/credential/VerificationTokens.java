package io.denizen.domain.credential;

import io.denizen.domain.identity.IdentityParts;
import io.denizen.domain.shared.TokenHash;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The verification tokens that are not deleted, for reading; those that were used or have expired
 * are among them. A deleted one never comes back.
 *
 * <p>Every method may complete exceptionally with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public interface VerificationTokens extends IdentityParts<VerificationToken> {

  CompletionStage<Optional<VerificationToken>> byHash(TokenHash hash);
}
