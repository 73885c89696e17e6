package io.denizen.benchmarks.report;

import java.util.List;
import java.util.Map;

/** Latency of an operation at growing rates. */
public record Sweep(String operation, List<Point> points) {

  public Sweep {
    points = List.copyOf(points);
  }

  /**
   * One rate.
   *
   * @param percent of what the closed loop reached
   * @param rate calls a second that were due
   * @param p50 in milliseconds, from when a call was due
   * @param notSent calls that the server was too far behind to be sent
   */
  public record Point(
      int percent, double rate, double p50, double p99, Map<String, Long> failures, long notSent) {
    public Point {
      failures = Map.copyOf(failures);
    }
  }
}
