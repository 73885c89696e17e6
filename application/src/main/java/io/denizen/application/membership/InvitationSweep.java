package io.denizen.application.membership;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Overtaken;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Actor;
import io.denizen.domain.audit.Caller;
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

  private static final Submission OWN = Submission.by(Caller.local(new Actor("services/denizen")));

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
   * may be more. Where one of them was changed meanwhile, it looks again which are over.
   */
  public CompletionStage<Integer> sweep() {
    return Overtaken.decidedAgain(this::attempt);
  }

  private CompletionStage<Integer> attempt() {
    return invitations
        .over(clock.instant(), BATCH)
        .thenCompose(over -> over.isEmpty() ? CompletableFuture.completedStage(0) : expire(over));
  }

  private CompletionStage<Integer> expire(List<Invitation> over) {
    return changes
        .submitAll(
            OWN,
            Invitation::summary,
            InvitationSummary::fromImage,
            occasion ->
                CompletableFuture.completedStage(
                    over.stream()
                        .map(invitation -> Decision.of(invitation.expire(occasion)))
                        .toList()))
        .thenApply(List::size);
  }
}
