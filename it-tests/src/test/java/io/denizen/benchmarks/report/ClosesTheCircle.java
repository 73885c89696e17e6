package io.denizen.benchmarks.report;

/** Breaks the one direction of packages, together with the class that it sees. */
public final class ClosesTheCircle {
  static final Class<?> SEEN = io.denizen.benchmarks.load.OpensACircle.class;

  private ClosesTheCircle() {}
}
