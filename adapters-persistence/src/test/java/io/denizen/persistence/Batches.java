package io.denizen.persistence;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.util.stream.Stream;

/** What the metrics of a queue say. */
public final class Batches {

  private static final AttributeKey<String> QUEUE = AttributeKey.stringKey("denizen.queue");

  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final Meter meter =
      SdkMeterProvider.builder().registerMetricReader(reader).build().get("test");
  private final String queue;

  public Batches(String queue) {
    this.queue = queue;
  }

  public Meter meter() {
    return meter;
  }

  /** How often calls were worked on as one. */
  public long count() {
    return sizes().mapToLong(HistogramPointData::getCount).sum();
  }

  /** How many calls that were. */
  public long calls() {
    return Math.round(sizes().mapToDouble(HistogramPointData::getSum).sum());
  }

  /** How many wait now. */
  public long waiting() {
    return number("denizen.queue.length");
  }

  /** How many were refused because too many waited. */
  public long refused() {
    return number("denizen.queue.refused");
  }

  private long number(String metric) {
    return metric(metric)
        .flatMap(data -> data.getData().getPoints().stream())
        .filter(this::isOfQueue)
        .mapToLong(point -> ((LongPointData) point).getValue())
        .sum();
  }

  private Stream<HistogramPointData> sizes() {
    return metric("denizen.batch.size")
        .flatMap(data -> data.getHistogramData().getPoints().stream())
        .filter(this::isOfQueue);
  }

  private Stream<MetricData> metric(String name) {
    return reader.collectAllMetrics().stream().filter(data -> data.getName().equals(name));
  }

  private boolean isOfQueue(PointData point) {
    return queue.equals(point.getAttributes().get(QUEUE));
  }
}
