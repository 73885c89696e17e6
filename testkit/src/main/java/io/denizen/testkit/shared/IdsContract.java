package io.denizen.testkit.shared;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.shared.Ids;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What {@link Ids} promises. */
public abstract class IdsContract extends PortContract {

  private static final int MANY = 20_000;

  @Test
  void makesVersion7() {
    UUID id = ports().ids().next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void makesEachIdGreaterThanTheOneBefore() {
    List<UUID> made = many(ports().ids());

    assertThat(made).isSortedAccordingTo(Listing.UUID_ORDER).doesNotHaveDuplicates();
    assertThat(made.stream().map(UUID::toString)).isSorted();
  }

  @Test
  void makesNoIdTwiceForManyThreads() {
    Set<UUID> made = new HashSet<>();
    Together.start(8, thread -> CompletableFuture.completedStage(many(ports().ids())))
        .forEach(some -> made.addAll(answer(some)));

    assertThat(made).hasSize(8 * MANY);
  }

  private static List<UUID> many(Ids ids) {
    List<UUID> made = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      made.add(ids.next());
    }
    return made;
  }
}
