package io.denizen.application.shared;

import io.denizen.domain.shared.Failure;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes what was read, or fails. */
public final class Found {

  private Found() {}

  /** What was read; completes with the failure if nothing was there. */
  public static <T> CompletionStage<T> or(
      CompletionStage<Optional<T>> read, Supplier<? extends Failure> missing) {
    return read.thenApply(found -> found.orElseThrow(() -> missing.get().asException()));
  }

  /**
   * As {@link #or}, of what need not be named at all.
   *
   * @param id null to read nothing
   */
  public static <I, T> CompletionStage<Optional<T>> ifNamed(
      @Nullable I id,
      Function<I, CompletionStage<Optional<T>>> read,
      Function<I, ? extends Failure> missing) {
    return id == null
        ? CompletableFuture.completedStage(Optional.empty())
        : or(read.apply(id), () -> missing.apply(id)).thenApply(Optional::of);
  }
}
