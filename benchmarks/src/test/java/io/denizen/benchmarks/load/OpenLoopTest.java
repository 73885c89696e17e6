package io.denizen.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.benchmarks.process.FreePort;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OpenLoopTest {
  private static final Duration LEAD = Duration.ofMillis(100);
  private static final Duration COUNTED = Duration.ofMillis(500);

  @Test
  void callsAsOftenAsItIsToldHoweverSlowTheAnswers() throws Exception {
    try (Loopback server = Loopback.answeringAfter(50, FreePort.any());
        Connections connections = server.connect(2)) {
      Sample sample = OpenLoop.run(Loopback.GET, connections, 200, LEAD, COUNTED);

      assertThat(sample.answered()).isEqualTo(100);
      assertThat(server.calls()).isEqualTo(120);
      assertThat(sample.rate()).isEqualTo(200);
      assertThat(server.mostWaiting()).as("it does not wait for answers").isGreaterThan(1);
    }
  }

  @Test
  void chargesTheServerFromWhenACallWasDue() throws Exception {
    Operation<?> slowToSend =
        new Operation<>(
            "slow",
            (stubs, answer) -> {
              sleep(20);
              Loopback.GET.calling().start(stubs, answer);
            },
            Loopback.GET.expected());
    try (Loopback server = Loopback.answeringAfter(0, FreePort.any());
        Connections connections = server.connect(1)) {
      Sample sample = OpenLoop.run(slowToSend, connections, 100, Duration.ZERO, COUNTED);

      // Fifty calls of 20 ms are due 10 ms apart: the last one is half a second late.
      assertThat(sample.answered()).isEqualTo(50);
      assertThat(sample.millis(100)).isGreaterThan(450);
    }
  }

  @Test
  void saysWhatItCouldNotSend() throws Exception {
    CompletableFuture<Void> release = new CompletableFuture<>();
    try (Loopback server = Loopback.answeringAfter(release, FreePort.any());
        Connections connections = server.connect(1)) {
      Duration time = Duration.ofMillis(200);
      FutureTask<Sample> running =
          new FutureTask<>(
              () -> OpenLoop.run(Loopback.GET, connections, 60_000, Duration.ZERO, time));
      Thread sender = Thread.ofPlatform().daemon().start(running);
      while (server.calls() < 10_000 || !awaitsAnswers(sender)) {
        sleep(5);
      }
      release.complete(null);

      Sample sample = running.get(60, TimeUnit.SECONDS);
      assertThat(sample.notSent()).isPositive();
      assertThat(sample.answered() + sample.notSent()).isEqualTo(12_000);
      assertThat(sample.failures()).isEmpty();
    }
  }

  @Test
  void countsRefusals() throws Exception {
    try (Loopback server = Loopback.answeringAfter(0, FreePort.any());
        Connections connections = server.connect(1)) {
      Sample sample =
          OpenLoop.run(Loopback.get(Loopback.REFUSED), connections, 100, Duration.ZERO, COUNTED);

      assertThat(sample.failures()).containsEntry("RESOURCE_EXHAUSTED", 50L);
      assertThat(sample.answered()).isZero();
    }
  }

  /** Whether it has come to the end of what is to be sent, however long that took. */
  private static boolean awaitsAnswers(Thread sender) {
    return Arrays.stream(sender.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals("awaitAnswers"));
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
