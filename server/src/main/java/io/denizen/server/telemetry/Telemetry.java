package io.denizen.server.telemetry;

import io.denizen.server.StartFailure;
import io.grpc.ServerBuilder;
import io.opentelemetry.api.metrics.Meter;
import java.util.Map;

/** Watches a Denizen while it serves. */
public interface Telemetry extends AutoCloseable {

  /** Sees nothing and costs nothing. */
  Telemetry NONE = new NoTelemetry();

  /**
   * What the standard {@code OTEL_…} variables ask for. Nothing is measured unless {@code
   * OTEL_METRICS_EXPORTER} says where to: most who start a Denizen have nobody who listens.
   *
   * @param environment the variables of this process
   * @throws StartFailure when they ask for what there is not
   */
  static Telemetry configuredBy(Map<String, String> environment) {
    OpenTelemetryVariables variables = new OpenTelemetryVariables(environment);
    return variables.isAnythingExported() ? OpenTelemetryMetrics.open(variables) : NONE;
  }

  /** For what Denizen counts itself. */
  Meter meter();

  /** Lets every call of a server be seen, before it is built. */
  void observe(ServerBuilder<?> server);

  /** Hands over what was measured last, for which it may wait ten seconds. */
  @Override
  void close();
}
