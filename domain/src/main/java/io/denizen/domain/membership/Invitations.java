package io.denizen.domain.membership;

import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.TokenHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The invitations, for reading. Deleted ones are left out unless a method says that it includes
 * them. An invitation to another application than the one that is asked for is not found, nor is
 * one, unless deleted ones are included, to an application that is deleted.
 *
 * <p>Lists without an order of their own come in no particular order, and read no more than {@code
 * limit}. Every method may complete exceptionally with a {@link
 * io.denizen.domain.shared.StoreFailure}.
 */
public interface Invitations {

  CompletionStage<Optional<Invitation>> byId(ApplicationId applicationId, InvitationId id);

  CompletionStage<Optional<Invitation>> byIdIncludingDeleted(
      ApplicationId applicationId, InvitationId id);

  /** Of whatever state. */
  CompletionStage<Optional<Invitation>> byHash(TokenHash hash);

  /** The one that is pending, though its time may be over, of the address and to the place. */
  CompletionStage<Optional<Invitation>> pending(
      ApplicationId applicationId, InvitationDetails details);

  /** Those that are pending, though their time is over; the longest over first. */
  CompletionStage<List<Invitation>> over(Instant now, int limit);

  /** Those that are pending, to the application itself and to its teams. */
  CompletionStage<List<Invitation>> pendingOfApplication(ApplicationId applicationId, int limit);

  /** Those that are pending, to any of the given teams, not to those inside them. */
  CompletionStage<List<Invitation>> pendingOfTeams(List<TeamId> teamIds, int limit);

  /**
   * The invitations that a change set deleted, that still are, and whose application and team are
   * each live or were deleted by the same change set.
   */
  CompletionStage<List<Invitation>> restorable(ChangeSetId deletion);

  CompletionStage<Page<Invitation>> list(InvitationQuery query, PageRequest page);
}
