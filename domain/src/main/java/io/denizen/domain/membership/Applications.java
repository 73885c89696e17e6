package io.denizen.domain.membership;

import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The applications, for reading. Deleted ones are left out unless a method says that it includes
 * them.
 *
 * <p>Every method may complete exceptionally with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public interface Applications {

  CompletionStage<Optional<Application>> byId(ApplicationId id);

  CompletionStage<Optional<Application>> byIdIncludingDeleted(ApplicationId id);

  CompletionStage<Page<Application>> list(ApplicationQuery query, PageRequest page);
}
