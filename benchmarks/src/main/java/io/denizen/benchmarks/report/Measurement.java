package io.denizen.benchmarks.report;

import io.denizen.benchmarks.load.Sample;
import io.denizen.benchmarks.pgbench.PgbenchResult;
import java.util.Map;

/**
 * One measurement. What was not measured is not a number.
 *
 * @param rate requests or transactions a second
 * @param millis their latency
 * @param serverMicros CPU time of the gRPC server for each
 * @param postgresMicros CPU time of PostgreSQL for each
 * @param failures how many did not end as they should, and how
 */
public record Measurement(
    double rate,
    Latency millis,
    double serverMicros,
    double postgresMicros,
    Map<String, Long> failures) {

  public Measurement {
    failures = Map.copyOf(failures);
  }

  /** Latency in milliseconds. */
  public record Latency(double mean, double p50, double p95, double p99, double p999) {}

  /** Of calls, with the seconds of CPU time that they took. */
  public static Measurement of(Sample sample, double serverSeconds, double postgresSeconds) {
    return new Measurement(
        sample.rate(),
        new Latency(
            sample.latencies().getMean() / 1e6,
            sample.millis(50),
            sample.millis(95),
            sample.millis(99),
            sample.millis(99.9)),
        serverSeconds * 1e6 / sample.answered(),
        postgresSeconds * 1e6 / sample.answered(),
        sample.failures());
  }

  /** Of transactions, with the seconds of CPU time that they took. */
  public static Measurement of(PgbenchResult result, double postgresSeconds) {
    return new Measurement(
        result.rate(),
        new Latency(result.meanMillis(), Double.NaN, Double.NaN, Double.NaN, Double.NaN),
        Double.NaN,
        postgresSeconds * 1e6 / result.transactions(),
        Map.of());
  }
}
