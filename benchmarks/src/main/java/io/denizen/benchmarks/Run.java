package io.denizen.benchmarks;

import io.denizen.benchmarks.load.Operation;
import io.denizen.benchmarks.load.Sample;
import io.denizen.benchmarks.operation.IdentityCalls;
import io.denizen.benchmarks.pgbench.Script;
import io.denizen.benchmarks.report.Findings;
import io.denizen.benchmarks.report.Measurement;
import io.denizen.benchmarks.report.Sweep;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One run: warm up, find pgbench's best number of clients, then rounds in which everything is
 * measured once, next to what it is compared with.
 */
final class Run {
  static final List<Integer> CLIENTS = List.of(4, 8, 16, 32, 64);

  private static final int SCAN_SHARE = 5;

  /** Many clients take a while to connect. Seconds. */
  private static final int SHORTEST_SCAN = 3;

  /** It has one path to get warm, but that one as warm as Denizen's. */
  private static final double ECHO_SHARE = 0.25;

  private static final double SWEEP_SHARE = 0.5;
  private static final int SWEEP_STEP = 10;
  private static final Set<String> SWEPT = Set.of("GetIdentity", "CreateIdentity");
  private static final Set<Script> ALONE =
      EnumSet.of(Script.GET, Script.CREATE_TWO_ROW_TRANSACTION);

  private final Settings settings;
  private final List<Scenario> scenarios;
  private final Operation<?> echo;
  private final Meter meter;
  private final Findings findings;

  Run(Settings settings, Stage stage, List<Scenario> scenarios, Findings findings) {
    this.settings = settings;
    this.scenarios = scenarios;
    this.meter = new Meter(stage);
    this.findings = findings;
    this.echo = IdentityCalls.get(stage.dataset());
    scenarios.forEach(scenario -> findings.operation(scenario.name(), scenario.scripts()));
  }

  void measure() throws InterruptedException {
    warmUp();
    findBestClients();
    for (int round = 1; round <= settings.rounds(); round++) {
      echo(round);
      for (Scenario scenario : scenarios) {
        compare(scenario, round);
      }
    }
    sweep();
  }

  private void warmUp() throws InterruptedException {
    double share = (double) settings.warmUp() / scenarios.size();
    Progress.say("warming up for %d s".formatted(settings.warmUp()));
    for (Scenario scenario : scenarios) {
      meter.calls(scenario.operation(), settings.inFlight(), share);
    }
    meter.echo(echo, settings.inFlight(), settings.warmUp() * ECHO_SHARE);
  }

  private void findBestClients() {
    int seconds = Math.max(SHORTEST_SCAN, settings.seconds() / SCAN_SHARE);
    Set<Script> scripts = EnumSet.noneOf(Script.class);
    scenarios.forEach(scenario -> scripts.addAll(scenario.scripts()));
    for (Script script : scripts) {
      for (int clients : CLIENTS) {
        findings.scanned(script, clients, meter.script(script, clients, seconds).rate());
      }
      Progress.say(
          "pgbench, %s: %d clients".formatted(script.title(), findings.bestClients(script)));
    }
  }

  private void echo(int round) throws InterruptedException {
    Measurement measurement = meter.echo(echo, settings.inFlight(), settings.seconds());
    findings.measured(Findings.ECHO, measurement);
    say(round, Findings.ECHO, measurement);
  }

  private void compare(Scenario scenario, int round) throws InterruptedException {
    for (Script script : scenario.scripts()) {
      Measurement measurement =
          meter.script(script, findings.bestClients(script), settings.seconds());
      findings.measured(script, measurement);
      say(round, "pgbench, " + script.title(), measurement);
    }
    Measurement measurement =
        meter.calls(scenario.operation(), settings.inFlight(), settings.seconds());
    findings.measured(scenario.name(), measurement);
    say(round, scenario.name(), measurement);
    compareAlone(scenario, round);
  }

  /** With one caller where it is known what pgbench does with one client. */
  private void compareAlone(Scenario scenario, int round) throws InterruptedException {
    for (Script script : scenario.scripts()) {
      if (ALONE.contains(script)) {
        findings.measuredAlone(script, meter.script(script, 1, settings.seconds()));
        Measurement measurement = meter.calls(scenario.operation(), 1, settings.seconds());
        findings.measuredAlone(scenario.name(), measurement);
        say(round, scenario.name() + ", single caller", measurement);
      }
    }
  }

  private void sweep() {
    for (Scenario scenario : scenarios) {
      if (SWEPT.contains(scenario.name())) {
        findings.swept(sweep(scenario));
      }
    }
  }

  private Sweep sweep(Scenario scenario) {
    double full = findings.calls(scenario.name()).of(Measurement::rate).median();
    List<Sweep.Point> points = new ArrayList<>();
    for (int percent = SWEEP_STEP; percent < 100; percent += SWEEP_STEP) {
      double rate = full * percent / 100;
      Sample sample = meter.atRate(scenario.operation(), rate, settings.seconds() * SWEEP_SHARE);
      points.add(
          new Sweep.Point(
              percent,
              rate,
              sample.millis(50),
              sample.millis(99),
              sample.failures(),
              sample.notSent()));
      Progress.say(
          "%s at %,.0f/s: p50 %.3f ms, p99 %.3f ms"
              .formatted(scenario.name(), rate, sample.millis(50), sample.millis(99)));
    }
    return new Sweep(scenario.name(), points);
  }

  private void say(int round, String name, Measurement measurement) {
    Progress.say(
        "round %d of %d, %s: %,.0f/s%s"
            .formatted(
                round,
                settings.rounds(),
                name,
                measurement.rate(),
                measurement.failures().isEmpty() ? "" : " FAILURES " + measurement.failures()));
  }
}
