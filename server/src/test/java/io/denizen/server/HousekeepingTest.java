package io.denizen.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
  private static final Duration PAUSE = Duration.ofMillis(1);

  @Test
  void goesOnAfterAChoreThatFailed() throws InterruptedException {
    CountDownLatch thrice = new CountDownLatch(3);
    Housekeeping housekeeping =
        new Housekeeping(
            PAUSE,
            List.of(
                () -> {
                  throw new IllegalStateException("the database is away");
                },
                () -> {
                  throw new StackOverflowError("as an Error can happen");
                },
                thrice::countDown));

    assertThat(thrice.await(20, TimeUnit.SECONDS)).isTrue();

    housekeeping.close();
  }

  @Test
  void finishesWhatIsUnderWayAndBeginsNothingMore() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger finished = new AtomicInteger();
    Housekeeping housekeeping =
        new Housekeeping(
            PAUSE,
            List.of(
                () -> {
                  begun.countDown();
                  // What is told to stop may still be writing.
                  while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                  }
                  finished.incrementAndGet();
                },
                finished::incrementAndGet));
    begun.await();

    housekeeping.close();

    assertThat(finished).hasValue(1);
  }
}
