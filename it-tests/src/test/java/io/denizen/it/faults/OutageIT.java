package io.denizen.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.PostgresServer;
import io.denizen.it.harness.PostgresServer.Outage;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.TestDenizen;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The database goes away under load and comes back. */
@EndToEnd
class OutageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void callersHearOfItHealthFollowsAndServiceResumesByItself(
      PostgresServer postgresql, TestDenizen shared) throws Exception {
    Optional<Outage> outage = postgresql.outage();
    assumeTrue(outage.isPresent(), "this database is not ours to stop");
    try (TestDenizen denizen = TestDenizen.onFreshDatabase(postgresql, 10);
        Writers writers = Writers.start(denizen.caller())) {
      awaitWrites(writers, Writers.COUNT);

      outage.get().begin();
      try {
        Awaitility.await()
            .atMost(PATIENCE)
            .until(() -> denizen.health() == ServingStatus.NOT_SERVING);
        Awaitility.await().atMost(PATIENCE).until(() -> writers.refusals().size() >= Writers.COUNT);
      } finally {
        outage.get().end();
      }

      Awaitility.await().atMost(PATIENCE).until(() -> denizen.health() == ServingStatus.SERVING);
      awaitWrites(writers, writers.acknowledged().size() + Writers.COUNT);
      writers.stop();
      assertThat(writers.refusals()).allSatisfy(OutageIT::saysToRetry);
      Ledger ledger = Ledger.read(denizen.caller());
      ledger.requireEverything(writers.acknowledged());
      ledger.requireNoChangeWithoutEventAndNoEventWithoutChange();
    }
    shared.awaitService();
  }

  private static void saysToRetry(Refusal refusal) {
    assertThat(refusal.code()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(refusal.reason()).isEqualTo("DATABASE_UNAVAILABLE");
    assertThat(refusal.retryable()).as("has a RetryInfo").isTrue();
  }

  private static void awaitWrites(Writers writers, int count) {
    Awaitility.await().atMost(PATIENCE).until(() -> writers.acknowledged().size() >= count);
  }
}
