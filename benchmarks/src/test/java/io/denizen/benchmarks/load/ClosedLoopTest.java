package io.denizen.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.benchmarks.echo.EchoServer;
import io.denizen.benchmarks.process.FreePort;
import io.grpc.Server;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {
  private static final Duration A_WHILE = Duration.ofMillis(300);

  @Test
  void keepsSoManyCallsInFlightAndNoMore() throws Exception {
    try (Loopback server = Loopback.answeringAfter(5, FreePort.any());
        Connections connections = server.connect(2)) {
      try (ClosedLoop loop = ClosedLoop.start(Loopback.GET, connections, 7)) {
        while (server.calls() < 30) {
          Thread.sleep(5);
        }
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
      Thread.sleep(A_WHILE);
      Sample first = loop.take();
      Thread.sleep(A_WHILE);
      loop.close();
      Sample second = loop.take();

      assertThat(first.answered()).isPositive();
      assertThat(first.answered() + second.answered()).isEqualTo(server.calls());
      assertThat(first.rate()).isLessThan(first.answered() / 0.299);
      assertThat(first.millis(50)).isGreaterThanOrEqualTo(0.9);
    }
  }

  @Test
  void countsRefusalsApart() throws Exception {
    try (Loopback server = Loopback.answeringAfter(0, FreePort.any());
        Connections connections = server.connect(1)) {
      ClosedLoop loop = ClosedLoop.start(Loopback.get(Loopback.REFUSED), connections, 2);
      Thread.sleep(A_WHILE);
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
      Thread.sleep(A_WHILE);
      loop.close();

      assertThat(loop.take().failures()).containsOnlyKeys(Tally.UNEXPECTED);
    }
  }

  @Test
  void survivesAServerThatIsNotThere() throws Exception {
    try (Connections connections = Connections.to(FreePort.any(), 1)) {
      ClosedLoop loop = ClosedLoop.start(Loopback.GET, connections, 2);
      Thread.sleep(A_WHILE);
      loop.close();

      assertThat(loop.take().failures()).containsOnlyKeys("UNAVAILABLE");
    }
  }

  @Test
  void measuresTheEchoLikeDenizen() throws Exception {
    Server echo = EchoServer.start(FreePort.any());
    try (Connections connections = Connections.to(echo.getPort(), 2)) {
      ClosedLoop loop = ClosedLoop.start(Loopback.GET, connections, 8);
      Thread.sleep(A_WHILE);
      loop.close();

      Sample sample = loop.take();
      assertThat(sample.answered()).isPositive();
      assertThat(sample.failures()).isEmpty();
    } finally {
      echo.shutdownNow().awaitTermination();
    }
  }
}
