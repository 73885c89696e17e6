package io.denizen.persistence;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.shared.CallerScope;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.StoreFailure.Unavailable;
import io.denizen.testkit.shared.Fixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server goes away and comes back. */
final class OutageTest {

  private static final Pattern SQL_THREAD =
      Pattern.compile("denizen-(?:lookup|query|commit|alone)-\\d+");
  private static final int THREADS = 4;
  private static final int CALLS = 500;

  @Test
  @Timeout(180)
  void refusesSoonWhileTheServerIsAwayAndResumesByItself() {
    long threadsBefore = sqlThreads();
    try (TestServer server = new TestServer("outage")) {
      try (PostgresPersistence persistence =
          PostgresPersistence.open(server.settings(THREADS), CallerScope.NONE, Meters.NONE)) {
        Fixtures fixtures = new Fixtures(persistence.ids());
        Identity before = create(persistence, fixtures);

        server.stop();
        long start = System.nanoTime();
        List<CompletionStage<Optional<Identity>>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
          calls.add(persistence.identities().byId(before.id()));
        }
        assertThat(calls)
            .allSatisfy(call -> assertThat(refusal(call)).isEqualTo(new Unavailable()));
        // One attempt to connect takes a second, and all that waits behind it goes with it.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(persistence.answers()).isFalse();
        assertThat(refusal(commit(persistence, fixtures, fixtures.occasion())))
            .isEqualTo(new Unavailable());
        assertThat(sqlThreads() - threadsBefore).isLessThanOrEqualTo(THREADS);

        server.start();
        await().atMost(Duration.ofSeconds(60)).until(persistence::answers);
        await()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(
                () ->
                    assertThat(answer(persistence.identities().byId(before.id())))
                        .contains(before));
        // Each pool pauses longer after each failure; that of the commits may be the last to look.
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> create(persistence, fixtures));
      }
    }
    // Fewer, where one that another test has left was still ending.
    assertThat(sqlThreads()).isLessThanOrEqualTo(threadsBefore);
  }

  private static Identity create(PostgresPersistence persistence, Fixtures fixtures) {
    Occasion occasion = fixtures.occasion();
    Identity person = fixtures.person(occasion);
    answer(persistence.journal().commit(set(fixtures, person, occasion)));
    return person;
  }

  private static CompletionStage<Void> commit(
      PostgresPersistence persistence, Fixtures fixtures, Occasion occasion) {
    return persistence.journal().commit(set(fixtures, fixtures.person(occasion), occasion));
  }

  private static ChangeSet set(Fixtures fixtures, Identity person, Occasion occasion) {
    return ChangeSet.of(occasion, fixtures.caller(), null, Decision.of(Change.created(person)));
  }

  private static long sqlThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> SQL_THREAD.matcher(thread.getName()).matches())
        .count();
  }
}
