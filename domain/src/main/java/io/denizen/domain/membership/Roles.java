package io.denizen.domain.membership;

import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The roles of applications, for reading. Deleted ones are left out unless a method says that it
 * includes them. A role of another application than the one that is asked for is not found.
 *
 * <p>Lists without an order of their own come in no particular order. Every method may complete
 * exceptionally with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public interface Roles {

  CompletionStage<Optional<Role>> byId(ApplicationId applicationId, RoleId id);

  CompletionStage<Optional<Role>> byIdIncludingDeleted(ApplicationId applicationId, RoleId id);

  /** Those of the given roles that exist. */
  CompletionStage<List<Role>> bySlugs(ApplicationId applicationId, List<Slug> slugs);

  /** Those of the given roles that exist or did. */
  CompletionStage<List<Role>> bySlugsIncludingDeleted(
      ApplicationId applicationId, List<Slug> slugs);

  /** Those of the given roles that exist, and all that they include, however deep. */
  CompletionStage<List<Role>> reachable(ApplicationId applicationId, List<Slug> slugs);

  /**
   * The roles that include this one directly.
   *
   * @param limit read no more than so many
   */
  CompletionStage<List<Role>> including(ApplicationId applicationId, Slug slug, int limit);

  /**
   * All roles of the application.
   *
   * @param limit read no more than so many
   */
  CompletionStage<List<Role>> ofApplication(ApplicationId applicationId, int limit);

  /** The roles that a change set deleted and that still are. */
  CompletionStage<List<Role>> deletedBy(ChangeSetId deletion);

  /** The live roles of memberships that a change set deleted and that still are. */
  CompletionStage<List<Role>> heldBefore(ChangeSetId deletion);

  CompletionStage<Page<Role>> list(RoleQuery query, PageRequest page);
}
