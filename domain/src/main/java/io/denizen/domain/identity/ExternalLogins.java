package io.denizen.domain.identity;

import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The external logins, for reading. Deleted ones are left out unless a method says that it includes
 * them. A login of another identity than the one that is asked for is not found.
 *
 * <p>Every method may complete exceptionally with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public interface ExternalLogins extends IdentityParts<ExternalLogin> {

  CompletionStage<Optional<ExternalLogin>> byId(IdentityId identityId, ExternalLoginId id);

  CompletionStage<Optional<ExternalLogin>> byIdIncludingDeleted(
      IdentityId identityId, ExternalLoginId id);

  CompletionStage<Optional<ExternalLogin>> byAccount(ExternalAccount account);

  CompletionStage<Page<ExternalLogin>> list(ExternalLoginQuery query, PageRequest page);
}
