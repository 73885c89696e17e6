package io.denizen.application.credential;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Sweeps;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.credential.TokenSummary;
import io.denizen.domain.credential.VerificationToken;
import io.denizen.domain.credential.VerificationTokens;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Deletes verification tokens that are over, softly like everything, as {@code services/denizen}.
 * They proved nothing since that very instant.
 *
 * <p>Any method may complete with a {@link io.denizen.domain.shared.StoreFailure} or a {@link
 * io.denizen.domain.audit.JournalFailure}.
 */
public final class VerificationSweep {

  /** So many can share a transaction with others. */
  public static final int BATCH = 100;

  private final VerificationTokens tokens;
  private final Changes changes;
  private final Clock clock;

  public VerificationSweep(VerificationTokens tokens, Changes changes, Clock clock) {
    this.tokens = tokens;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Deletes a batch of them, used or not. Completes with how many those were; if they were {@value
   * #BATCH}, there may be more.
   */
  public CompletionStage<Integer> sweep() {
    return Sweeps.batch(() -> tokens.over(clock.instant(), BATCH), this::delete);
  }

  private CompletionStage<?> delete(List<VerificationToken> over) {
    return changes.submitAll(
        Sweeps.OWN,
        VerificationToken::summary,
        TokenSummary::fromImage,
        occasion ->
            CompletableFuture.completedStage(
                over.stream().map(token -> Decision.of(token.delete(occasion))).toList()));
  }
}
