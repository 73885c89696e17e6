package io.denizen.benchmarks.load;

/** Breaks the one direction of packages, together with the class that it sees. */
public final class OpensACircle {
  static final Class<?> SEEN = io.denizen.benchmarks.report.ClosesTheCircle.class;

  private OpensACircle() {}
}
