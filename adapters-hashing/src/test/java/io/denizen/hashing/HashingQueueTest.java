package io.denizen.hashing;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.credential.Argon2Cost;
import io.denizen.domain.credential.CredentialFailure.HashingBusy;
import io.denizen.domain.credential.Password;
import io.denizen.domain.credential.PasswordHash;
import io.denizen.domain.shared.CallerScope;
import io.denizen.domain.shared.StoreFailure.CallerGone;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What happens when more passwords are to be hashed than can be at once. */
final class HashingQueueTest {

  private static final Argon2Cost LIGHT = new Argon2Cost(64, 1, 1);
  private static final Password PASSWORD = Password.chosen("correct horse");

  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final SdkMeterProvider meters =
      SdkMeterProvider.builder().registerMetricReader(reader).build();
  private final AtomicBoolean gone = new AtomicBoolean();
  private final AtomicBoolean next = new AtomicBoolean();
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch blocked = new CountDownLatch(1);

  @Test
  void whatComesOnTopOfAFullQueueIsRefusedAndTheRestIsDone() throws InterruptedException {
    try (PasswordHasher hasher = hasher(1, 2)) {
      CompletionStage<PasswordHash> holding = hold(hasher);
      List<CompletionStage<PasswordHash>> queued = new ArrayList<>();
      queued.add(hasher.hash(PASSWORD));
      queued.add(hasher.hash(PASSWORD));

      assertThat(refusal(hasher.hash(PASSWORD))).isEqualTo(new HashingBusy());
      assertThat(refusal(hasher.matchesNothing(PASSWORD))).isEqualTo(new HashingBusy());
      assertThat(metric("denizen.hashing.waiting").getLongGaugeData().getPoints())
          .extracting(LongPointData::getValue)
          .containsExactly(2L);
      assertThat(metric("denizen.hashing.refused").getLongSumData().getPoints())
          .extracting(LongPointData::getValue)
          .containsExactly(2L);
      blocked.countDown();

      answer(holding);
      queued.forEach(hash -> assertThat(answer(hash).text()).startsWith("$argon2id$"));
      assertThat(answer(hasher.hash(PASSWORD)).text()).startsWith("$argon2id$");
    }
  }

  @Test
  void nothingIsComputedForACallerWhoHasGone() throws InterruptedException {
    try (PasswordHasher hasher = hasher(1, 2)) {
      CompletionStage<PasswordHash> holding = hold(hasher);
      CompletionStage<PasswordHash> waiting = hasher.hash(PASSWORD);
      gone.set(true);
      blocked.countDown();

      answer(holding);
      assertThat(refusal(waiting)).isEqualTo(new CallerGone());
    }
  }

  private MetricData metric(String name) {
    return reader.collectAllMetrics().stream()
        .filter(metric -> metric.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Keeps the one thread busy until {@link #blocked} is let go. */
  private CompletionStage<PasswordHash> hold(PasswordHasher hasher) throws InterruptedException {
    next.set(true);
    CompletionStage<PasswordHash> holding = hasher.hash(PASSWORD);
    held.await();
    return holding;
  }

  private PasswordHasher hasher(int threads, int waiting) {
    CallerScope calls = () -> new Call(next.getAndSet(false));
    return new PasswordHasher(
        new PasswordHasher.Settings(LIGHT, threads, waiting, 1_024), calls, meters.get("test"));
  }

  /** Somebody who waits for a hash; may keep the thread that asks whether they have gone. */
  private final class Call implements CallerScope.Captured {

    private final boolean holds;

    Call(boolean holds) {
      this.holds = holds;
    }

    @Override
    public boolean isGone() {
      if (!holds) {
        return gone.get();
      }
      held.countDown();
      try {
        blocked.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return false;
    }

    @Override
    public void run(Runnable work) {
      work.run();
    }
  }
}
