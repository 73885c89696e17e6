package io.denizen.application.session;

import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.FailureException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides again what was overtaken by another change. Callers say what they want, not what they
 * saw, so there is nothing that they could decide better.
 */
final class Overtaken {

  /** An attempt fails only if another change succeeded, so there are seldom two. */
  private static final int ATTEMPTS = 5;

  private Overtaken() {}

  static <T> CompletionStage<T> decidedAgain(Supplier<CompletionStage<T>> attempt) {
    return decidedAgain(attempt, ATTEMPTS);
  }

  private static <T> CompletionStage<T> decidedAgain(
      Supplier<CompletionStage<T>> attempt, int attempts) {
    CompletionStage<T> attempted = attempt.get();
    return attempts == 1
        ? attempted
        : attempted.exceptionallyCompose(
            refused ->
                isOvertaken(refused)
                    ? decidedAgain(attempt, attempts - 1)
                    : CompletableFuture.failedStage(refused));
  }

  private static boolean isOvertaken(Throwable refused) {
    Failure failure = failure(refused);
    return failure != null && failure.kind() == Failure.Kind.ABORTED;
  }

  /** What something was refused with; null if it broke in another way. */
  static @Nullable Failure failure(Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    return cause instanceof FailureException refused ? refused.failure() : null;
  }
}
