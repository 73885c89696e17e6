package io.denizen.it.harness;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What came of calls that were made at the same moment.
 *
 * @param answers of those that succeeded
 * @param refusals of those that did not
 */
public record AtOnce<T>(List<T> answers, List<Refusal> refusals) {

  /** Makes a call from each of many threads, all let go together, and waits for all. */
  public static <T> AtOnce<T> run(int callers, IntFunction<T> call) {
    CyclicBarrier together = new CyclicBarrier(callers);
    List<Future<T>> calls = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < callers; i++) {
        int number = i;
        calls.add(
            threads.submit(
                () -> {
                  together.await();
                  return call.apply(number);
                }));
      }
    }
    List<T> answers = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    for (Future<T> future : calls) {
      @Nullable Refusal refusal = settle(future, answers);
      if (refusal != null) {
        refusals.add(refusal);
      }
    }
    return new AtOnce<>(answers, refusals);
  }

  /** How many calls ended with each status and reason, such as {@code ABORTED STALE_VERSION}. */
  public Map<String, Integer> outcomes() {
    Map<String, Integer> outcomes = new TreeMap<>();
    answers.forEach(answer -> outcomes.merge(Status.Code.OK.name(), 1, Integer::sum));
    refusals.forEach(
        refusal -> outcomes.merge(refusal.code() + " " + refusal.reason(), 1, Integer::sum));
    return outcomes;
  }

  private static <T> @Nullable Refusal settle(Future<T> future, List<T> answers) {
    try {
      answers.add(future.get());
      return null;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StatusRuntimeException status) {
        return Refusal.of(status);
      }
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
