package io.denizen.application.shared;

import io.denizen.domain.audit.Actor;
import io.denizen.domain.audit.Caller;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Ends what is over, batch by batch, without anybody asking for it. */
public final class Sweeps {

  /** How a change is asked for that nobody asks for. */
  public static final Submission OWN = Submission.by(Caller.local(new Actor("services/denizen")));

  private Sweeps() {}

  /**
   * Ends a batch. Completes with how many those were. Where one of them was changed meanwhile, it
   * looks again which are over.
   *
   * @param over finds those of the batch
   * @param end ends them in one change set; there is at least one
   */
  public static <A> CompletionStage<Integer> batch(
      Supplier<CompletionStage<List<A>>> over, Function<List<A>, CompletionStage<?>> end) {
    return Overtaken.decidedAgain(
        () ->
            over.get()
                .thenCompose(
                    found ->
                        found.isEmpty()
                            ? CompletableFuture.completedStage(0)
                            : end.apply(found).thenApply(ended -> found.size())));
  }
}
