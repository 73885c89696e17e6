package io.denizen.testkit.shared;

import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.FailureException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Waits for what a stage completes with. */
public final class Answers {

  private static final long PATIENCE_SECONDS = 60;

  private Answers() {}

  /**
   * The value of the stage.
   *
   * @throws AssertionError if it fails, or does not complete within a minute
   */
  public static <T extends @Nullable Object> T answer(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("expected an answer, got " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("no answer within " + PATIENCE_SECONDS + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /**
   * The failure that the stage was refused with.
   *
   * @throws AssertionError if it succeeds, breaks in another way, or does not complete within a
   *     minute
   */
  public static Failure refusal(CompletionStage<?> stage) {
    Object outcome = answer(stage.handle((value, thrown) -> thrown == null ? "success" : thrown));
    Throwable thrown = outcome instanceof Throwable failed ? failed : null;
    while (thrown != null && !(thrown instanceof FailureException) && thrown.getCause() != null) {
      thrown = thrown.getCause();
    }
    if (thrown instanceof FailureException refused) {
      return refused.failure();
    }
    throw new AssertionError("expected a refusal, got " + outcome, thrown);
  }
}
