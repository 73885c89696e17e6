package io.denizen.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An acknowledged write survives {@code kill -9} of anything; no other is half there. */
class KillIT {
  private static final int WRITES_BEFORE_THE_KILL = 300;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path home;

  /** Whom to kill. */
  enum Victim {
    SERVER,
    SERVER_AND_POSTGRESQL
  }

  @ParameterizedTest
  @EnumSource
  void whatWasAcknowledgedIsThereAfterAKillAndWhatWasNotIsWhollyThereOrNotAtAll(Victim victim)
      throws Exception {
    Writers writers;
    try (ServeProcess killed = ServeProcess.start(home)) {
      writers = Writers.start(killed.caller());
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> writers.acknowledged().size() >= WRITES_BEFORE_THE_KILL);
      switch (victim) {
        case SERVER -> killed.kill();
        case SERVER_AND_POSTGRESQL -> killed.killAll();
      }
      writers.stop();
    }
    assertThat(writers.refusals())
        .as("in the middle of their work")
        .isNotEmpty()
        .allSatisfy(refusal -> assertThat(refusal.code()).isEqualTo(Status.Code.UNAVAILABLE));

    try (ServeProcess successor = ServeProcess.start(home)) {
      Ledger ledger = Ledger.read(successor.caller());
      ledger.requireEverything(writers.acknowledged());
      ledger.requireNoChangeWithoutEventAndNoEventWithoutChange();
      Awaitility.await("it serves as before")
          .atMost(PATIENCE)
          .until(() -> servesEverybody(successor));
    }
  }

  /**
   * False where the machine, busy with something else, kept the database from answering in time.
   */
  private static boolean servesEverybody(ServeProcess server) {
    try (Writers writers = Writers.start(server.caller())) {
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> writers.acknowledged().size() >= Writers.COUNT);
      writers.stop();
      assertThat(writers.refusals())
          .allSatisfy(refusal -> assertThat(refusal.reason()).isEqualTo("DATABASE_UNAVAILABLE"));
      return writers.refusals().isEmpty();
    }
  }
}
