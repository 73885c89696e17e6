package io.denizen.hashing;

import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongGauge;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Shows how much is hashed, and how much waits for it. */
final class HashingMetrics implements AutoCloseable {

  /** In seconds: what is computed takes between a few milliseconds and a few seconds. */
  private static final List<Double> DURATIONS = List.of(.005, .01, .025, .05, .1, .25, .5, 1d, 5d);

  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  private final LongCounter refused;
  private final DoubleHistogram durations;
  private final ObservableLongGauge length;

  HashingMetrics(Meter meter, IntSupplier waiting) {
    this.refused =
        meter
            .counterBuilder("denizen.hashing.refused")
            .setUnit("{hash}")
            .setDescription("Hashes refused because too many waited")
            .build();
    this.durations =
        meter
            .histogramBuilder("denizen.hashing.duration")
            .setUnit("s")
            .setDescription("What computing a hash took, without waiting for it")
            .setExplicitBucketBoundariesAdvice(DURATIONS)
            .build();
    this.length =
        meter
            .gaugeBuilder("denizen.hashing.waiting")
            .ofLongs()
            .setUnit("{hash}")
            .setDescription("Hashes that wait for a thread")
            .buildWithCallback(now -> now.record(waiting.getAsInt()));
  }

  void refused() {
    refused.add(1);
  }

  /**
   * Counts a hash.
   *
   * @param start by {@link System#nanoTime}
   */
  void computedSince(long start) {
    durations.record((System.nanoTime() - start) / NANOS);
  }

  @Override
  public void close() {
    length.close();
  }
}
