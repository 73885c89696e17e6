package io.denizen.domain.membership;

import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The teams, for reading. Deleted ones are left out unless a method says that it includes them. A
 * team of another application than the one that is asked for is not found.
 *
 * <p>Every method may complete exceptionally with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public interface Teams {

  CompletionStage<Optional<Team>> byId(ApplicationId applicationId, TeamId id);

  /** Those of the given teams that are in the application; each once, in no particular order. */
  CompletionStage<List<Team>> byIds(ApplicationId applicationId, List<TeamId> ids);

  CompletionStage<Optional<Team>> byIdIncludingDeleted(ApplicationId applicationId, TeamId id);

  /**
   * The team and all teams that it is inside, from the team itself up to the top level; empty if
   * there is no such team.
   */
  CompletionStage<List<Team>> lineage(ApplicationId applicationId, TeamId id);

  /**
   * The team first, then all teams inside it, however deep, in no particular order; empty if there
   * is no such team.
   *
   * @param limit read no more than so many, the team itself included
   */
  CompletionStage<List<Team>> subtree(ApplicationId applicationId, TeamId id, int limit);

  /**
   * All teams of the application at every level, in no particular order.
   *
   * @param limit read no more than so many
   */
  CompletionStage<List<Team>> ofApplication(ApplicationId applicationId, int limit);

  /** The teams that a change set deleted and that still are, in no particular order. */
  CompletionStage<List<Team>> deletedBy(ChangeSetId deletion);

  CompletionStage<Page<Team>> list(TeamQuery query, PageRequest page);
}
