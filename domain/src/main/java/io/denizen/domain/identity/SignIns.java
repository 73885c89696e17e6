package io.denizen.domain.identity;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The open sign-ins of identities.
 *
 * <p>Every method may complete exceptionally with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public interface SignIns<S extends SignIn> {

  /** Where nobody signs in. */
  SignIns<SignIn> NONE = identityId -> CompletableFuture.completedStage(List.of());

  /** Those that are not revoked; some may have expired and not been swept yet. */
  CompletionStage<List<S>> openOf(IdentityId identityId);
}
