package io.denizen.application.membership;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Sweeps;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.membership.Invitation;
import io.denizen.domain.membership.InvitationSummary;
import io.denizen.domain.membership.Invitations;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Notes of invitations that nobody accepted them in their time, as {@code services/denizen}. They
 * could not be accepted since that very instant.
 *
 * <p>Any method may complete with a {@link io.denizen.domain.shared.StoreFailure} or a {@link
 * io.denizen.domain.audit.JournalFailure}.
 */
public final class InvitationSweep {

  /** So many can share a transaction with others. */
  public static final int BATCH = 100;

  private final Invitations invitations;
  private final Changes changes;
  private final Clock clock;

  public InvitationSweep(Invitations invitations, Changes changes, Clock clock) {
    this.invitations = invitations;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Marks a batch of them. Completes with how many those were; if they were {@value #BATCH}, there
   * may be more.
   */
  public CompletionStage<Integer> sweep() {
    return Sweeps.batch(() -> invitations.over(clock.instant(), BATCH), this::expire);
  }

  private CompletionStage<?> expire(List<Invitation> over) {
    return changes.submitAll(
        Sweeps.OWN,
        Invitation::summary,
        InvitationSummary::fromImage,
        occasion ->
            CompletableFuture.completedStage(
                over.stream()
                    .map(invitation -> Decision.of(invitation.expire(occasion)))
                    .toList()));
  }
}
