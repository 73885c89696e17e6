package io.denizen.domain.identity;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Where parts of a kind are found of which each identity has one (AIP-156), for reading.
 *
 * <p>Every method may complete exceptionally with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public interface SingletonParts<P extends IdentityPart> extends IdentityParts<P> {

  /** The identity's own; empty if nobody has written it yet, or the identity is deleted. */
  default CompletionStage<Optional<P>> byIdentity(IdentityId identityId) {
    return ofIdentity(identityId).thenApply(found -> found.stream().findFirst());
  }
}
