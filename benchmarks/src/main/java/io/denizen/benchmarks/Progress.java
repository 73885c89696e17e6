package io.denizen.benchmarks;

import java.time.Duration;

/** Tells whoever waits what happens, on standard error. */
final class Progress {
  private static final long START = System.nanoTime();

  private Progress() {}

  static void say(String line) {
    Duration since = Duration.ofNanos(System.nanoTime() - START);
    System.err.printf("%d:%02d %s%n", since.toMinutes(), since.toSecondsPart(), line);
  }
}
