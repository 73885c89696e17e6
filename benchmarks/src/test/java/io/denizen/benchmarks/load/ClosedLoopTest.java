package io.denizen.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.benchmarks.echo.EchoServer;
import io.denizen.benchmarks.process.FreePort;
import io.grpc.Server;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClosedLoopTest {
  @Test
  void keepsSoManyCallsInFlightAndNoMore() throws Exception {
    CompletableFuture<Void> release = new CompletableFuture<>();
    try (Loopback server = Loopback.answeringAfter(release, FreePort.any());
        Connections connections = server.connect(2)) {
      try (ClosedLoop loop = ClosedLoop.start(Loopback.GET, connections, 7)) {
        awaitCalls(server, 7);
        release.complete(null);
        awaitCalls(server, 30);
        assertThat(loop.take().failures()).isEmpty();
      }
      assertThat(server.mostWaiting()).isEqualTo(7);
    }
  }

  @Test
  void countsEveryCallOnce() throws Exception {
    try (Loopback server = Loopback.answeringAfter(1, FreePort.any());
        Connections connections = server.connect(2)) {
      ClosedLoop loop = ClosedLoop.start(Loopback.GET, connections, 4);
      long started = System.nanoTime();
      awaitCalls(server, 100);
      double seconds = (System.nanoTime() - started) / 1e9;
      Sample first = loop.take();
      awaitCalls(server, 200);
      loop.close();
      Sample second = loop.take();

      assertThat(first.answered()).isGreaterThanOrEqualTo(100 - 4);
      assertThat(first.answered() + second.answered()).isEqualTo(server.calls());
      assertThat(first.rate()).isPositive().isLessThan(first.answered() / seconds);
      assertThat(first.millis(50)).isGreaterThanOrEqualTo(0.9);
    }
  }

  @Test
  void countsRefusalsApart() throws Exception {
    try (Loopback server = Loopback.answeringAfter(0, FreePort.any());
        Connections connections = server.connect(1)) {
      ClosedLoop loop = ClosedLoop.start(Loopback.get(Loopback.REFUSED), connections, 2);
      awaitCalls(server, 10);
      loop.close();
      Sample sample = loop.take();

      assertThat(sample.answered()).isZero();
      assertThat(sample.failures()).isEqualTo(Map.of("RESOURCE_EXHAUSTED", (long) server.calls()));
    }
  }

  @Test
  void countsAnswersToAnotherQuestionAsFailures() throws Exception {
    try (Loopback server = Loopback.answeringAfter(0, FreePort.any());
        Connections connections = server.connect(1)) {
      ClosedLoop loop = ClosedLoop.start(Loopback.get("identities/2"), connections, 1);
      awaitCalls(server, 10);
      loop.close();

      assertThat(loop.take().failures()).containsOnlyKeys(Tally.UNEXPECTED);
    }
  }

  @Test
  void survivesAServerThatIsNotThere() throws Exception {
    try (Connections connections = Connections.to(FreePort.any(), 1)) {
      ClosedLoop loop = ClosedLoop.start(Loopback.GET, connections, 2);
      Sample sample = firstWith(loop, some -> !some.failures().isEmpty());
      loop.close();

      assertThat(sample.failures()).containsOnlyKeys("UNAVAILABLE");
      assertThat(sample.answered()).isZero();
    }
  }

  @Test
  void measuresTheEchoLikeDenizen() throws Exception {
    Server echo = EchoServer.start(FreePort.any());
    try (Connections connections = Connections.to(echo.getPort(), 2)) {
      ClosedLoop loop = ClosedLoop.start(Loopback.GET, connections, 8);
      Sample sample = firstWith(loop, some -> some.answered() > 0);
      loop.close();

      assertThat(sample.answered()).isPositive();
      assertThat(sample.failures()).isEmpty();
    } finally {
      echo.shutdownNow().awaitTermination();
    }
  }

  private static void awaitCalls(Loopback server, int calls) throws InterruptedException {
    while (server.calls() < calls) {
      Thread.sleep(5);
    }
  }

  private static Sample firstWith(ClosedLoop loop, Predicate<Sample> wanted)
      throws InterruptedException {
    Sample sample = loop.take();
    while (!wanted.test(sample)) {
      Thread.sleep(5);
      sample = loop.take();
    }
    return sample;
  }
}
