package io.denizen.domain.membership;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The memberships, for reading. Deleted ones are left out unless a method says that it includes
 * them. A membership of another application than the one that is asked for is not found.
 *
 * <p>Lists without an order of their own come in no particular order, and read no more than {@code
 * limit}. Every method may complete exceptionally with a {@link
 * io.denizen.domain.shared.StoreFailure}.
 */
public interface Memberships {

  CompletionStage<Optional<Membership>> byId(ApplicationId applicationId, MembershipId id);

  CompletionStage<Optional<Membership>> byIdIncludingDeleted(
      ApplicationId applicationId, MembershipId id);

  /** Those of the given memberships that are in the application; each once. */
  CompletionStage<List<Membership>> byIds(ApplicationId applicationId, List<MembershipId> ids);

  /** Those that there are of the given identities at the given places; each once. */
  CompletionStage<List<Membership>> at(List<MembershipKey> keys);

  /** Those whose time is over, of whatever state; the longest over first. */
  CompletionStage<List<Membership>> over(Instant now, int limit);

  /** In all applications and teams. */
  CompletionStage<List<Membership>> ofIdentity(IdentityId identityId, int limit);

  /** In the application itself and in its teams. */
  CompletionStage<List<Membership>> ofApplication(ApplicationId applicationId, int limit);

  /** In any of the given teams, not in those inside them. */
  CompletionStage<List<Membership>> ofTeams(List<TeamId> teamIds, int limit);

  /** In the application and its teams, with this among their roles. */
  CompletionStage<List<Membership>> withRole(ApplicationId applicationId, Slug role, int limit);

  /**
   * The memberships that a change set deleted, that still are, and whose identity, application and
   * team are each live or were deleted by the same change set.
   */
  CompletionStage<List<Membership>> restorable(ChangeSetId deletion);

  CompletionStage<Page<Membership>> list(MembershipQuery query, PageRequest page);
}
