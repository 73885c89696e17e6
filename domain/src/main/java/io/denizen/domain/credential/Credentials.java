package io.denizen.domain.credential;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityParts;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The credentials, for reading. Deleted ones are left out unless a method says that it includes
 * them.
 *
 * <p>Every method may complete exceptionally with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public interface Credentials extends IdentityParts<Credential> {

  CompletionStage<Optional<Credential>> byIdentity(IdentityId identityId);

  CompletionStage<Optional<Credential>> byIdentityIncludingDeleted(IdentityId identityId);
}
