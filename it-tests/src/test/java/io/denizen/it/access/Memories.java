package io.denizen.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.AccessAnswer;
import io.denizen.domain.membership.AccessQuestion;
import io.denizen.domain.membership.AccessScope;
import io.denizen.domain.membership.Grant;
import io.denizen.domain.shared.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was answered once is answered about that instant for ever, whatever has changed since. */
final class Memories {
  private static final int AT_ONCE = 8;

  private final World world;
  private final Chances chances;
  private final List<Answered> answered = new ArrayList<>();
  private final List<Listed> listed = new ArrayList<>();

  Memories(World world, Chances chances) {
    this.world = world;
    this.chances = chances;
  }

  /** What was answered just now, after the last change. */
  void keep(AccessQuestion question, AccessAnswer answer) {
    answered.add(new Answered(world.clock.instant(), question, answer));
  }

  /** Everything that was permitted just now. */
  void keep(IdentityId identity, AccessScope scope, List<String> permissions) {
    listed.add(new Listed(world.clock.instant(), identity, scope, permissions));
  }

  /** Asks some of it again. */
  void check() {
    for (int i = 0; i < AT_ONCE; i++) {
      check(chances.any(answered));
      check(chances.any(listed));
    }
  }

  private void check(Answered then) {
    AccessAnswer now =
        world.answer(world.pointInTime.check(world.caller, then.question(), then.time()));
    assertThat(now.reason()).as("%s", then).isEqualTo(then.answer().reason());
    assertThat(texts(now.grants()))
        .as("ways of %s", then)
        .containsExactlyInAnyOrderElementsOf(texts(then.answer().grants()));
  }

  private void check(Listed then) {
    assertThat(
            Questions.everything(
                world
                    .answer(
                        world.pointInTime.permissions(
                            world.caller,
                            then.identity(),
                            then.scope(),
                            then.time(),
                            PageRequest.first(PageRequest.MAX_SIZE)))
                    .items()))
        .as("%s", then)
        .containsExactlyInAnyOrderElementsOf(then.permissions());
  }

  /** Which of several included roles is named that permit the same is of no consequence. */
  private static List<String> texts(List<Grant> grants) {
    return grants.stream().map(grant -> Questions.way(grant) + " " + grant.permission()).toList();
  }

  private record Answered(Instant time, AccessQuestion question, AccessAnswer answer) {}

  private record Listed(
      Instant time, IdentityId identity, AccessScope scope, List<String> permissions) {}
}
