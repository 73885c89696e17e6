package io.denizen.domain.identity;

import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The identities, for reading. Deleted ones are left out unless a method says that it includes
 * them.
 *
 * <p>Every method may complete exceptionally with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public interface Identities {

  CompletionStage<Optional<Identity>> byId(IdentityId id);

  CompletionStage<Optional<Identity>> byIdIncludingDeleted(IdentityId id);

  /** Those of the given identities that exist, in no particular order. */
  CompletionStage<List<Identity>> byIds(List<IdentityId> ids);

  /** As {@link #byIds}, deleted ones too. */
  CompletionStage<List<Identity>> byIdsIncludingDeleted(List<IdentityId> ids);

  /** Whatever the case of the address. */
  CompletionStage<Optional<Identity>> byEmail(EmailAddress email);

  CompletionStage<Optional<Identity>> bySlug(Slug slug);

  CompletionStage<Page<Identity>> list(IdentityQuery query, PageRequest page);
}
