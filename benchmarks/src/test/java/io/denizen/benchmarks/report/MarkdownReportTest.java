package io.denizen.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.benchmarks.pgbench.Script;
import io.denizen.benchmarks.report.Measurement.Cpu;
import io.denizen.benchmarks.report.Measurement.Latency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
  private final Findings findings = new Findings();

  @Test
  void putsACallBesideWhatItIsComparedWith() {
    findings.operation("GetIdentity", List.of(Script.GET));
    findings.scanned(Script.GET, 4, 30_000);
    findings.scanned(Script.GET, 8, 40_000);
    rounds(Findings.ECHO, 5, 50_000, 60_000, 70_000);
    rounds("GetIdentity", 9, 30_000, 42_000, 36_000);
    for (double rate : new double[] {40_000, 40_000, 40_000}) {
      findings.measured(Script.GET, measurement(rate, Double.NaN, Map.of()));
    }

    assertThat(MarkdownReport.of(findings))
        .contains(
            "| GetIdentity | 36,000 (30,000–42,000) | 1.50 | 2.50 | 3.50 | 4.50 | 7.00 | 9.00 | 12.0 |"
                + " 0.90 | 1.80 |")
        .contains("| bare gRPC echo | 60,000 (50,000–70,000) |")
        .contains(
            "| point SELECT by id | 8 | 40,000 (40,000–40,000) | 1.00 | 12.0 | 4: 30,000, 8: 40,000 |")
        .contains("against pgbench's point SELECT | ≥ 0.9 × | 0.90 (0.75–1.05) | met |")
        .contains("against the bare gRPC echo's | ≤ 2 × | 1.80 (1.80–1.80) | met |")
        .doesNotContain("FAILED")
        .doesNotContain("A single caller");
    assertThat(findings.hasFailures()).isFalse();
  }

  @Test
  void saysByHowMuchABarIsMissed() {
    findings.operation("CreateIdentity", List.of(Script.CREATE_TWO_ROWS));
    rounds("CreateIdentity", 30, 6_000);
    findings.measured(Script.CREATE_TWO_ROWS, measurement(4_000, Double.NaN, Map.of()));

    assertThat(MarkdownReport.of(findings))
        .contains("≥ 3 × | 1.50 (1.50–1.50) | **not met**, 50 % below |")
        .contains("≤ 1.2 × | – | not measured |");
  }

  @Test
  void beginsWithTheCallsThatFailed() {
    findings.operation("GetIdentity", List.of());
    findings.measured("GetIdentity", measurement(100, 1, Map.of("UNAVAILABLE", 3L)));
    findings.measured("GetIdentity", measurement(100, 1, Map.of("UNAVAILABLE", 4L)));

    assertThat(MarkdownReport.of(findings))
        .startsWith("### CALLS FAILED")
        .contains("- GetIdentity: 7 × UNAVAILABLE");
    assertThat(findings.hasFailures()).isTrue();
  }

  @Test
  void comparesRoundByRound() {
    Series mine = series(100, 10, 30);
    Series other = series(50, 5, 30);

    assertThat(mine.ratio(other, Measurement::rate)).isEqualTo(new Spread(2, 1, 2));
    assertThat(series(1, 2, 3, 4).of(Measurement::rate)).isEqualTo(new Spread(2.5, 1, 4));
  }

  private void rounds(String operation, double serverMicros, double... rates) {
    for (double rate : rates) {
      findings.measured(operation, measurement(rate, serverMicros, Map.of()));
    }
  }

  private static Series series(double... rates) {
    return new Series(
        java.util.Arrays.stream(rates)
            .mapToObj(rate -> measurement(rate, Double.NaN, Map.of()))
            .toList());
  }

  private static Measurement measurement(
      double rate, double serverMicros, Map<String, Long> failures) {
    return new Measurement(
        rate, new Latency(1, 1.5, 2.5, 3.5, 4.5), new Cpu(7, serverMicros, 12), failures);
  }
}
