package io.denizen.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.membership.AccessAnswer;
import io.denizen.domain.membership.AccessQuestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was answered once is answered about that instant for ever, whatever has changed since. */
final class Memories {
  private static final int AT_ONCE = 8;

  private final World world;
  private final Chances chances;
  private final List<Memory> memories = new ArrayList<>();

  Memories(World world, Chances chances) {
    this.world = world;
    this.chances = chances;
  }

  /** What was answered just now, after the last change. */
  void keep(AccessQuestion question, AccessAnswer answer) {
    memories.add(new Memory(world.clock.instant(), question, answer));
  }

  /** Asks some of it again. */
  void check() {
    for (int i = 0; i < AT_ONCE; i++) {
      Memory then = chances.any(memories);
      AccessAnswer now =
          world.answer(world.history.check(world.caller, then.question(), then.time()));
      assertThat(now.reason()).as("%s", then).isEqualTo(then.answer().reason());
      assertThat(now.grants().stream().map(Questions::way).toList())
          .as("ways of %s", then)
          .containsExactlyInAnyOrderElementsOf(
              then.answer().grants().stream().map(Questions::way).toList());
    }
  }

  private record Memory(Instant time, AccessQuestion question, AccessAnswer answer) {}
}
