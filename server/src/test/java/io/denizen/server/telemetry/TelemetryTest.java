package io.denizen.server.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.denizen.server.StartFailure;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TelemetryTest {
  private final Collector collector;

  TelemetryTest() throws IOException {
    collector = new Collector();
  }

  @AfterEach
  void close() {
    collector.close();
  }

  static Stream<Map<String, String>> silence() {
    return Stream.of(
        Map.of(),
        Map.of("OTEL_METRICS_EXPORTER", ""),
        Map.of("OTEL_METRICS_EXPORTER", "none"),
        Map.of("OTEL_TRACES_EXPORTER", "otlp", "OTEL_SERVICE_NAME", "elsewhere"),
        Map.of("OTEL_METRICS_EXPORTER", "otlp", "OTEL_SDK_DISABLED", "true"));
  }

  @ParameterizedTest
  @MethodSource("silence")
  void nothingIsMeasuredUnlessSomebodyIsToHearOfIt(Map<String, String> environment) {
    assertThat(Telemetry.configuredBy(environment)).isSameAs(Telemetry.NONE);
  }

  @Test
  void whatWasCountedArrivesAtTheEndUnderDenizensName() {
    assertThat(exported(Map.of()))
        .contains("denizen.test", "io.denizen", "service.name\u0012\t\n\u0007denizen");
  }

  @Test
  void theOperatorMayNameTheService() {
    assertThat(exported(Map.of("OTEL_SERVICE_NAME", "denizen-blue")))
        .contains("service.name\u0012\u000e\n\u000cdenizen-blue");
    assertThat(exported(Map.of("OTEL_RESOURCE_ATTRIBUTES", "service.name=denizen-red")))
        .contains("service.name\u0012\r\n\u000bdenizen-red");
  }

  @Test
  void settingsOfWhatDenizenDoesNotExportAreLeftAlone() {
    assertThat(exported(Map.of("OTEL_TRACES_EXPORTER", "zipkin", "OTEL_LOGS_EXPORTER", "otlp")))
        .contains("denizen.test");
  }

  @Test
  void saysWhatItCannotFollow() {
    assertThatThrownBy(() -> exported(Map.of("OTEL_METRICS_EXPORTER", "pigeon")))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("OTEL_")
        .hasMessageContaining("pigeon");
    assertThatThrownBy(() -> exported(Map.of("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("OTEL_")
        .hasMessageContaining("http/protobuf");
    assertThatThrownBy(() -> exported(Map.of("OTEL_METRIC_EXPORT_INTERVAL", "soon")))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("soon");
  }

  /** Counts something, and reads what the collector has when that is over. */
  private String exported(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(collector.environment());
    environment.putAll(more);
    try (Telemetry telemetry = Telemetry.configuredBy(environment)) {
      telemetry.meter().counterBuilder("denizen.test").build().add(1);
    }
    return collector.received();
  }
}
