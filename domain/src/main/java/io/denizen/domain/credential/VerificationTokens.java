package io.denizen.domain.credential;

import io.denizen.domain.identity.IdentityParts;
import io.denizen.domain.shared.TokenHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The verification tokens that are not deleted, for reading; those that were used are among them,
 * and those that have expired until they are swept. A deleted one never comes back.
 *
 * <p>Every method may complete exceptionally with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public interface VerificationTokens extends IdentityParts<VerificationToken> {

  CompletionStage<Optional<VerificationToken>> byHash(TokenHash hash);

  /** Some that expired then or earlier, used or not; those that did so first come first. */
  CompletionStage<List<VerificationToken>> over(Instant expired, int limit);
}
