package io.denizen.application.shared;

import io.denizen.domain.shared.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

  /**
   * What was read, in the order wanted; completes with the failure of the first that is missing.
   */
  public static <I, T> CompletionStage<List<T>> all(
      List<I> wanted,
      CompletionStage<List<T>> read,
      Function<T, I> id,
      Function<I, ? extends Failure> missing) {
    return read.thenApply(found -> inOrder(wanted, found, id, missing));
  }

  private static <I, T> List<T> inOrder(
      List<I> wanted, List<T> found, Function<T, I> id, Function<I, ? extends Failure> missing) {
    Map<I, T> byId = found.stream().collect(Collectors.toMap(id, Function.identity()));
    return wanted.stream()
        .map(
            next ->
                Optional.ofNullable(byId.get(next))
                    .orElseThrow(() -> missing.apply(next).asException()))
        .toList();
  }
}
