package io.denizen.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM: health says so first, running calls finish, then everything ends. */
class TerminationIT {
  /** What the JVM exits with when SIGTERM ends it, its shutdown hooks having run. */
  private static final int EXIT_ON_SIGTERM = 128 + 15;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path home;

  @Test
  void drainsAndLosesNothing() throws Exception {
    List<ServingStatus> health = new CopyOnWriteArrayList<>();
    Writers writers;
    try (ServeProcess server = ServeProcess.start(home)) {
      HealthGrpc.newStub(server.channel())
          .watch(HealthCheckRequest.getDefaultInstance(), recording(health));
      writers = Writers.start(server.caller());
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> writers.acknowledged().size() >= Writers.COUNT);

      assertThat(server.terminate()).isEqualTo(EXIT_ON_SIGTERM);
      writers.stop();
    }
    // It may have missed an answer of the database before.
    assertThat(health).endsWith(ServingStatus.SERVING, ServingStatus.NOT_SERVING);
    assertThat(writers.refusals())
        .allSatisfy(refusal -> assertThat(refusal.code()).isEqualTo(Status.Code.UNAVAILABLE));

    try (ServeProcess successor = ServeProcess.start(home)) {
      Ledger ledger = Ledger.read(successor.caller());
      ledger.requireEverything(writers.acknowledged());
      ledger.requireNoChangeWithoutEventAndNoEventWithoutChange();
      assertThat(ledger.identities().keySet())
          .as("running calls were answered, not cut")
          .isEqualTo(writers.acknowledged().keySet());
    }
  }

  private static StreamObserver<HealthCheckResponse> recording(List<ServingStatus> health) {
    return new StreamObserver<>() {
      @Override
      public void onNext(HealthCheckResponse response) {
        health.add(response.getStatus());
      }

      @Override
      public void onError(Throwable ended) {}

      @Override
      public void onCompleted() {}
    };
  }
}
