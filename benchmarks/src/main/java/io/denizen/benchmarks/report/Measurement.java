package io.denizen.benchmarks.report;

import io.denizen.benchmarks.load.Sample;
import io.denizen.benchmarks.pgbench.PgbenchResult;
import java.util.Map;

/**
 * One measurement. What was not measured is not a number.
 *
 * @param rate requests or transactions a second
 * @param millis their latency
 * @param cpu time for each
 * @param failures how many did not end as they should, and how
 */
public record Measurement(double rate, Latency millis, Cpu cpu, Map<String, Long> failures) {

  public Measurement {
    failures = Map.copyOf(failures);
  }

  /** Latency in milliseconds. */
  public record Latency(double mean, double p50, double p95, double p99, double p999) {}

  /** CPU time, of all calls in seconds or of one in microseconds. */
  public record Cpu(double driver, double server, double postgres) {

    /** What was used since an earlier reading. */
    public Cpu since(Cpu earlier) {
      return new Cpu(driver - earlier.driver, server - earlier.server, postgres - earlier.postgres);
    }

    private Cpu microsEach(long count) {
      return new Cpu(driver * 1e6 / count, server * 1e6 / count, postgres * 1e6 / count);
    }
  }

  /** Of calls, with the seconds of CPU time that they took. */
  public static Measurement of(Sample sample, Cpu seconds) {
    return new Measurement(
        sample.rate(),
        new Latency(
            sample.latencies().getMean() / 1e6,
            sample.millis(50),
            sample.millis(95),
            sample.millis(99),
            sample.millis(99.9)),
        seconds.microsEach(sample.answered()),
        sample.failures());
  }

  /** Of transactions, with the seconds of CPU time that they took. */
  public static Measurement of(PgbenchResult result, double postgresSeconds) {
    return new Measurement(
        result.rate(),
        new Latency(result.meanMillis(), Double.NaN, Double.NaN, Double.NaN, Double.NaN),
        new Cpu(Double.NaN, Double.NaN, postgresSeconds).microsEach(result.transactions()),
        Map.of());
  }
}
