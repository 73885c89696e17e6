package io.denizen.testkit.shared;

import io.denizen.domain.shared.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does many things at once. */
public final class Together {

  private Together() {}

  /**
   * Calls {@code work} with 0, 1, … each in a thread of its own, all let go at the same moment.
   *
   * @return what each call returned, completed or on its way, in order
   */
  public static <T> List<CompletionStage<T>> start(
      int threads, IntFunction<CompletionStage<T>> work) {
    CountDownLatch ready = new CountDownLatch(threads);
    List<CompletionStage<T>> stages = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<CompletionStage<T>>> started = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        started.add(
            executor.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return work.apply(number);
                }));
      }
      for (Future<CompletionStage<T>> one : started) {
        stages.add(one.get());
      }
    } catch (Exception e) {
      throw new AssertionError("a call threw instead of answering a failed stage", e);
    }
    return stages;
  }

  /** The same, and why some were refused, once all are done. */
  public static List<Failure> refusals(int threads, IntFunction<CompletionStage<Void>> work) {
    List<Failure> refusals = new ArrayList<>();
    for (CompletionStage<Void> stage : start(threads, work)) {
      if (Answers.answer(stage.handle((done, thrown) -> thrown != null))) {
        refusals.add(Answers.refusal(stage));
      }
    }
    return refusals;
  }
}
