package io.denizen.server.telemetry;

import io.denizen.server.StartFailure;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The variables that OpenTelemetry specifies for every program, as this one takes them.
 *
 * @param environment the variables of this process
 */
record OpenTelemetryVariables(Map<String, String> environment) {
  private static final String PREFIX = "OTEL_";
  private static final String EXPORTER = "OTEL_METRICS_EXPORTER";
  private static final String PROTOCOL = "OTEL_EXPORTER_OTLP_PROTOCOL";
  private static final String METRICS_PROTOCOL = "OTEL_EXPORTER_OTLP_METRICS_PROTOCOL";
  private static final String HTTP = "http/protobuf";

  /** Whether anybody is to hear of what is measured. OpenTelemetry itself would assume so. */
  boolean isAnythingExported() {
    return !value(EXPORTER, "none").equals("none")
        && !Boolean.parseBoolean(value("OTEL_SDK_DISABLED", "false"));
  }

  /**
   * As the SDK names its settings, with defaults of ours.
   *
   * @throws StartFailure when a collector is to be spoken to in another way than over HTTP
   */
  Map<String, String> asSettings() {
    requireHttp();
    Map<String, String> settings = new HashMap<>();
    // What the specification recommends, and needs no library but the JDK; the SDK's is grpc.
    settings.put(setting(PROTOCOL), HTTP);
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX) && !value.isBlank()) {
            settings.put(setting(name), value);
          }
        });
    return settings;
  }

  private void requireHttp() {
    String protocol = value(METRICS_PROTOCOL, value(PROTOCOL, HTTP));
    if (value(EXPORTER, "").contains("otlp") && !protocol.equals(HTTP)) {
      throw new StartFailure(
          "%s can only be %s, for which collectors listen on port 4318, and not %s"
              .formatted(PROTOCOL, HTTP, protocol));
    }
  }

  private String value(String name, String otherwise) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }

  private static String setting(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
