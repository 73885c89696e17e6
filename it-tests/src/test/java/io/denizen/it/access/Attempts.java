package io.denizen.it.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Makes changes to the system first and, if it did not refuse them, to the model. */
final class Attempts {

  private final World world;

  /** How often each kind of change was made: by the first two words of what was done. */
  private final Map<String, Integer> kinds;

  /** What was done last, for whoever has to find out why. */
  private final List<String> log = new ArrayList<>();

  private int done;

  Attempts(World world, Map<String, Integer> kinds) {
    this.world = world;
    this.kinds = kinds;
  }

  /** How many changes were not refused. */
  int done() {
    return done;
  }

  List<String> log() {
    return log.subList(Math.max(0, log.size() - 40), log.size());
  }

  <T> void did(String what, CompletionStage<T> change, Consumer<T> then) {
    Optional<T> made = world.attempt(change);
    log.add((made.isPresent() ? "" : "refused: ") + what);
    made.ifPresent(
        result -> {
          done++;
          kinds.merge(String.join(" ", List.of(what.split(" ", 3)).subList(0, 2)), 1, Integer::sum);
          then.accept(result);
        });
  }
}
