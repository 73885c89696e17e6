package io.denizen.benchmarks.load;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What a driver saw during some time.
 *
 * @param seconds how long it looked
 * @param latencies of the calls that were answered as expected, in nanoseconds
 * @param failures how many of the others ended in which way
 */
public record Sample(double seconds, Histogram latencies, Map<String, Long> failures) {

  public Sample {
    failures = Map.copyOf(failures);
  }

  /** Calls answered as expected. */
  public long answered() {
    return latencies.getTotalCount();
  }

  /** The same a second. */
  public double rate() {
    return answered() / seconds;
  }

  /** The latency that this share of the calls, 0 to 100, did not exceed. */
  public double millis(double percentile) {
    return answered() == 0 ? Double.NaN : latencies.getValueAtPercentile(percentile) / 1e6;
  }

  /** The ways in which calls failed, in alphabetical order. */
  public Map<String, Long> sortedFailures() {
    return new TreeMap<>(failures);
  }
}
