package io.denizen.application.credential;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * What a change is answered with.
 *
 * @param now whether it was committed by this very call, and not by the one that this repeats
 */
record Settled<T>(T answer, boolean now) {

  static <T> Settled<T> now(T answer) {
    return new Settled<>(answer, true);
  }

  static <T> Settled<T> before(T answer) {
    return new Settled<>(answer, false);
  }

  /** The answer, once what is to be done after the change is done too. */
  CompletionStage<T> followedBy(Supplier<? extends CompletionStage<?>> more) {
    return now ? more.get().thenApply(done -> answer) : CompletableFuture.completedStage(answer);
  }
}
