package io.denizen.application.credential;

import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.shared.FailureException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Decides again what another change has overtaken. Callers say nothing here of what they saw, so
 * nothing that they decided on is lost; and wrong passwords come in numbers, which is no reason to
 * refuse somebody a new one.
 */
final class Overtaken {

  private Overtaken() {}

  /** The outcome of the first attempt that is not overtaken, or of the last. */
  static <T> CompletionStage<T> retry(int attempts, Supplier<CompletionStage<T>> attempt) {
    CompletionStage<T> first = attempt.get();
    return attempts == 1
        ? first
        : first.exceptionallyCompose(
            failure ->
                isStale(failure)
                    ? retry(attempts - 1, attempt)
                    : CompletableFuture.failedStage(failure));
  }

  private static boolean isStale(Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    return cause instanceof FailureException refusal && refusal.failure() instanceof StaleVersion;
  }
}
