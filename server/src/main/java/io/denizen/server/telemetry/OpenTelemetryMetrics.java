package io.denizen.server.telemetry;

import io.denizen.server.Build;
import io.denizen.server.StartFailure;
import io.grpc.ServerBuilder;
import io.grpc.opentelemetry.GrpcOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Map;

/** Metrics of the calls and of Denizen itself, through the OpenTelemetry SDK. */
final class OpenTelemetryMetrics implements Telemetry {
  /** Under which Denizen's own metrics are found. */
  static final String SCOPE = "io.denizen";

  private static final String SERVICE = "denizen";
  private static final String SERVICE_NAME = "service.name";

  private final OpenTelemetrySdk sdk;

  private OpenTelemetryMetrics(OpenTelemetrySdk sdk) {
    this.sdk = sdk;
  }

  static OpenTelemetryMetrics open(OpenTelemetryVariables variables) {
    Map<String, String> settings = variables.asSettings();
    try {
      return new OpenTelemetryMetrics(
          AutoConfiguredOpenTelemetrySdk.builder()
              .addPropertiesSupplier(() -> settings)
              .addPropertiesCustomizer(OpenTelemetryMetrics::metricsAlone)
              .addResourceCustomizer(OpenTelemetryMetrics::named)
              // It is closed after the last call, and not at the same time.
              .disableShutdownHook()
              .build()
              .getOpenTelemetrySdk());
    } catch (ConfigurationException e) {
      String why = e.getCause() == null ? "" : "; " + e.getCause().getMessage();
      throw new StartFailure("the OTEL_… variables cannot be followed: " + e.getMessage() + why, e);
    }
  }

  @Override
  public Meter meter() {
    return sdk.getMeterProvider()
        .meterBuilder(SCOPE)
        .setInstrumentationVersion(Build.current().version())
        .build();
  }

  @Override
  public void observe(ServerBuilder<?> server) {
    GrpcOpenTelemetry.newBuilder().sdk(sdk).build().configureServerBuilder(server);
  }

  @Override
  public void close() {
    sdk.close();
  }

  /**
   * Denizen makes no spans and logs elsewhere; whoever exports those of other programs finds none.
   */
  private static Map<String, String> metricsAlone(ConfigProperties settings) {
    return Map.of("otel.traces.exporter", "none", "otel.logs.exporter", "none");
  }

  /** The SDK's own name for a service without one is no name. */
  private static Resource named(Resource resource, ConfigProperties settings) {
    boolean named =
        settings.getString("otel.service.name") != null
            || settings.getMap("otel.resource.attributes").containsKey(SERVICE_NAME);
    return named
        ? resource
        : resource.merge(
            Resource.create(Attributes.of(AttributeKey.stringKey(SERVICE_NAME), SERVICE)));
  }
}
