package io.denizen.application.shared;

import io.denizen.domain.shared.Failure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides again what was overtaken by another change, where callers say what they want and not what
 * they saw: there is nothing then that they could decide better.
 */
public final class Overtaken {

  /** An attempt fails only if another change succeeded, so there are seldom two. */
  private static final int ATTEMPTS = 5;

  private Overtaken() {}

  /**
   * The same where callers may also say what they saw: then they decide again, and better.
   *
   * @param expectedVersion the version that the caller saw (AIP-154); null if they did not say
   */
  public static <T> CompletionStage<T> decidedAgainUnlessSeen(
      @Nullable Long expectedVersion, Supplier<CompletionStage<T>> attempt) {
    return decidedAgain(expectedVersion == null ? ATTEMPTS : 1, attempt);
  }

  /** The outcome of the first attempt that is not overtaken, or of the last of a few. */
  public static <T> CompletionStage<T> decidedAgain(Supplier<CompletionStage<T>> attempt) {
    return decidedAgain(ATTEMPTS, attempt);
  }

  /**
   * The outcome of the first attempt that is not overtaken, or of the last.
   *
   * @param attempts 1 or more
   */
  public static <T> CompletionStage<T> decidedAgain(
      int attempts, Supplier<CompletionStage<T>> attempt) {
    CompletionStage<T> attempted = attempt.get();
    return attempts == 1
        ? attempted
        : attempted.exceptionallyCompose(
            thrown ->
                isOvertaken(thrown)
                    ? decidedAgain(attempts - 1, attempt)
                    : CompletableFuture.failedStage(thrown));
  }

  /** Whether another change was first. */
  public static boolean isOvertaken(Throwable thrown) {
    Failure failure = Refused.failure(thrown);
    return failure != null && failure.kind() == Failure.Kind.ABORTED;
  }
}
