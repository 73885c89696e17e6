package io.denizen.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.testkit.shared.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Whatever happened before, CheckAccess and the lists answer what the model does, and what was
 * answered stays true of its time. Several histories run at once and share statements, so that an
 * answer which went to the wrong one shows.
 */
abstract class AccessHistories {
  /** The same ones each time, and another. */
  private static final int HISTORIES = 41;

  /** Of that other one. */
  private static final int SEED =
      Integer.getInteger("denizen.access.seed", HISTORIES + new Random().nextInt(1_000_000));

  private static final int STEPS = 250;
  private static final int AT_ONCE = 8;
  private static final int LIST_EVERY = 10;

  /** The ports that a history runs on. */
  abstract Ports open();

  @Test
  void accessIsWhatAPlainModelSaysItIs() throws Exception {
    Map<String, Integer> reasons = new ConcurrentHashMap<>();
    Map<String, Integer> kinds = new ConcurrentSkipListMap<>();
    int done = 0;
    List<Future<Integer>> histories = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int seed = 1; seed <= HISTORIES; seed++) {
        histories.add(threads.submit(history(seed < HISTORIES ? seed : SEED, reasons, kinds)));
      }
      for (Future<Integer> history : histories) {
        done += history.get();
      }
    }
    System.out.println(
        "%s: seeds 1 to %d and %d, %,d steps, of which %,d changed something: %s; answers: %s"
            .formatted(
                getClass().getSimpleName(),
                HISTORIES - 1,
                SEED,
                HISTORIES * STEPS,
                done,
                kinds,
                reasons));
    // Else it would be easy to be right.
    assertThat(done).as("changes that were made").isGreaterThan(HISTORIES * STEPS / 3);
    assertThat(kinds.values()).allMatch(times -> times > 5);
    assertThat(reasons.values()).allMatch(times -> times > 100);
    assertThat(reasons).hasSize(8);
  }

  private Callable<Integer> history(
      int seed, Map<String, Integer> reasons, Map<String, Integer> kinds) {
    return () -> {
      World world = new World(open());
      Model model = new Model();
      Chances chances = new Chances(world, new Random(seed), model);
      Attempts attempts = new Attempts(world, kinds);
      History history = new History(world, model, chances, attempts);
      Memories memories = new Memories(world, chances);
      Questions questions = new Questions(world, model, chances, memories, reasons);
      int step = 0;
      try {
        while (step < STEPS) {
          step++;
          history.step();
          questions.check();
          if (step % LIST_EVERY == 0) {
            questions.list();
            memories.check();
          }
        }
      } catch (Throwable wrong) {
        throw new AssertionError(
            "seed %d, step %d, after\n%s".formatted(seed, step, String.join("\n", attempts.log())),
            wrong);
      }
      return attempts.done();
    };
  }
}
