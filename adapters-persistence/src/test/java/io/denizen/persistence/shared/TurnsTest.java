package io.denizen.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.denizen.domain.shared.CallerScope;
import io.denizen.persistence.Meters;
import io.denizen.persistence.PostgresPersistence;
import io.denizen.persistence.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two servers of one database take turns. */
@ExtendWith(TestDatabase.class)
final class TurnsTest {

  private final PostgresPersistence one = TestDatabase.persistence();
  private final PostgresPersistence other =
      PostgresPersistence.open(TestDatabase.server().settings(4), CallerScope.NONE, Meters.NONE);
  private final AtomicInteger done = new AtomicInteger();

  @AfterEach
  void close() {
    other.close();
  }

  @Test
  void whatOneDoesTheOtherLeavesToIt() {
    boolean first =
        one.inTurn(
            "tests.same",
            () -> {
              assertThat(other.inTurn("tests.same", done::incrementAndGet)).isFalse();
              assertThat(other.inTurn("tests.another", done::incrementAndGet)).isTrue();
            });

    assertThat(first).isTrue();
    assertThat(done).hasValue(1);
    assertThat(other.inTurn("tests.same", done::incrementAndGet)).isTrue();
  }

  @Test
  void aTurnEndsWithWorkThatFails() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                one.inTurn(
                    "tests.failing",
                    () -> {
                      throw new IllegalStateException("no");
                    }));

    assertThat(other.inTurn("tests.failing", done::incrementAndGet)).isTrue();
  }

  @Test
  void nothingIsDoneWithoutADatabase() {
    other.close();

    assertThat(other.inTurn("tests.closed", done::incrementAndGet)).isFalse();
    assertThat(done).hasValue(0);
  }
}
