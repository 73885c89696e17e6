package io.denizen.benchmarks.load;

import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What a driver saw during some time.
 *
 * @param seconds how long it looked
 * @param latencies of the calls that were answered as expected, in nanoseconds
 * @param failures how many of the others ended in which way
 * @param notSent calls that were due at a server too far behind to take them
 */
public record Sample(
    double seconds, Histogram latencies, Map<String, Long> failures, long notSent) {

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
}
