package io.denizen.it.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Makes changes to the system first and, if it did not refuse them, to the model. */
final class Attempts {

  private final World world;

  /** What was done last, for whoever has to find out why. */
  private final List<String> log = new ArrayList<>();

  private int done;

  Attempts(World world) {
    this.world = world;
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
          then.accept(result);
        });
  }
}
