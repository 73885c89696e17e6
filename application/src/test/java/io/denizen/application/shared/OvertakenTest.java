package io.denizen.application.shared;

import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.ResourceName;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OvertakenTest {

  private final StaleVersion stale = new StaleVersion(new ResourceName("things/1"));
  private final AtomicInteger attempts = new AtomicInteger();

  private CompletionStage<Integer> alwaysOvertaken() {
    attempts.incrementAndGet();
    return CompletableFuture.failedStage(stale.asException());
  }

  @Test
  void whatIsOvertakenIsDecidedAFewTimes() {
    assertThat(refusal(Overtaken.decidedAgainUnlessSeen(null, this::alwaysOvertaken)))
        .isEqualTo(stale);
    assertThat(attempts).hasValue(5);
  }

  @Test
  void whatSomebodyDecidedOnWhatTheySawIsDecidedOnce() {
    assertThat(refusal(Overtaken.decidedAgainUnlessSeen(1L, this::alwaysOvertaken)))
        .isEqualTo(stale);
    assertThat(attempts).hasValue(1);
  }
}
