package io.denizen.server.telemetry;

import io.grpc.ServerBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;

/** Nobody asked. */
record NoTelemetry() implements Telemetry {

  @Override
  public Meter meter() {
    return MeterProvider.noop().get(OpenTelemetryMetrics.SCOPE);
  }

  @Override
  public void observe(ServerBuilder<?> server) {
    // Even to count a call costs something.
  }

  @Override
  public void close() {
    // Nothing was opened.
  }
}
