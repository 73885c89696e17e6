package io.denizen.application.membership;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Sweeps;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.Memberships;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Deletes memberships whose time is over, softly like everything, as {@code services/denizen}. They
 * have granted nothing since that very instant; this only tidies up, and tells.
 *
 * <p>Any method may complete with a {@link io.denizen.domain.shared.StoreFailure} or a {@link
 * io.denizen.domain.audit.JournalFailure}.
 */
public final class MembershipSweep {

  /** So many can share a transaction with others. */
  public static final int BATCH = 100;

  private final Memberships memberships;
  private final Changes changes;
  private final Clock clock;

  public MembershipSweep(Memberships memberships, Changes changes, Clock clock) {
    this.memberships = memberships;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Deletes a batch of them. Completes with how many those were; if they were {@value #BATCH},
   * there may be more.
   */
  public CompletionStage<Integer> sweep() {
    return Sweeps.batch(() -> memberships.over(clock.instant(), BATCH), this::expire);
  }

  private CompletionStage<?> expire(List<Membership> over) {
    return changes.submitAll(
        Sweeps.OWN,
        Membership::fromImage,
        occasion ->
            CompletableFuture.completedStage(
                over.stream()
                    .map(membership -> Decision.of(membership.expire(occasion)))
                    .toList()));
  }
}
