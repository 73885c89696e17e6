package io.denizen.benchmarks.report;

import io.denizen.benchmarks.pgbench.Script;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The findings as Markdown. */
public final class MarkdownReport {
  private final Findings findings;
  private final StringBuilder text = new StringBuilder();

  private MarkdownReport(Findings findings) {
    this.findings = findings;
  }

  /** Writes everything down. */
  public static String of(Findings findings) {
    MarkdownReport report = new MarkdownReport(findings);
    report.failures();
    report.bars();
    report.calls();
    report.scripts();
    report.alone();
    report.sweeps();
    report.facts();
    return report.text.toString();
  }

  /** First, because figures of a run with failures are worth nothing. */
  private void failures() {
    StringJoiner list = new StringJoiner("\n");
    findings
        .operations()
        .keySet()
        .forEach(
            name -> {
              failures(list, name, findings.calls(name).failures());
              failures(list, name + ", single caller", findings.callsAlone(name).failures());
            });
    failures(list, Findings.ECHO, findings.calls(Findings.ECHO).failures());
    findings
        .sweeps()
        .forEach(
            sweep ->
                sweep
                    .points()
                    .forEach(
                        point ->
                            failures(
                                list,
                                "%s at %d %%".formatted(sweep.operation(), point.percent()),
                                point.failures())));
    if (list.length() > 0) {
      heading("CALLS FAILED: these figures are worth nothing");
      text.append(list).append("\n\n");
    }
  }

  private static void failures(StringJoiner list, String what, Map<String, Long> failures) {
    failures.forEach((how, count) -> list.add("- %s: %,d × %s".formatted(what, count, how)));
  }

  private void bars() {
    heading("What Denizen wants to reach");
    Table table = new Table("", "wanted", "reached, median (min–max)", "");
    Bar.of(findings)
        .forEach(
            bar ->
                table.row(
                    bar.what(), bar.boundary(), Numbers.ratios(bar.reached()), bar.verdict()));
    text.append(table);
  }

  private void calls() {
    heading("Calls");
    Table table =
        new Table(
            "call",
            "requests/s, median (min–max)",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "p99.9 ms",
            "driver CPU µs",
            "server CPU µs",
            "PostgreSQL CPU µs",
            "× pgbench",
            "× echo's server CPU");
    row(table, Findings.ECHO, findings.calls(Findings.ECHO), List.of());
    findings
        .operations()
        .forEach((name, compared) -> row(table, name, findings.calls(name), compared.scripts()));
    text.append(table);
  }

  private void row(Table table, String name, Series series, List<Script> scripts) {
    table.row(
        name,
        Numbers.rates(series.of(Measurement::rate)),
        Numbers.some(series.of(round -> round.millis().p50()).median()),
        Numbers.some(series.of(round -> round.millis().p95()).median()),
        Numbers.some(series.of(round -> round.millis().p99()).median()),
        Numbers.some(series.of(round -> round.millis().p999()).median()),
        Numbers.some(series.of(round -> round.cpu().driver()).median()),
        Numbers.some(series.of(round -> round.cpu().server()).median()),
        Numbers.some(series.of(round -> round.cpu().postgres()).median()),
        scripts.isEmpty()
            ? Numbers.NONE
            : Numbers.ratio(
                series.ratio(findings.script(scripts.getFirst()), Measurement::rate).median()),
        Numbers.ratio(
            series.ratio(findings.calls(Findings.ECHO), round -> round.cpu().server()).median()));
  }

  private void scripts() {
    Set<Script> used = EnumSet.noneOf(Script.class);
    findings.operations().values().forEach(compared -> used.addAll(compared.scripts()));
    heading("pgbench, the same work");
    Table table =
        new Table(
            "transaction",
            "clients",
            "transactions/s, median (min–max)",
            "mean ms",
            "PostgreSQL CPU µs",
            "transactions/s by clients, in the search for the best");
    for (Script script : used) {
      Series series = findings.script(script);
      table.row(
          script.title(),
          Integer.toString(findings.bestClients(script)),
          Numbers.rates(series.of(Measurement::rate)),
          Numbers.some(series.of(round -> round.millis().mean()).median()),
          Numbers.some(series.of(round -> round.cpu().postgres()).median()),
          findings.scan(script).entrySet().stream()
              .map(point -> point.getKey() + ": " + Numbers.whole(point.getValue()))
              .collect(Collectors.joining(", ")));
    }
    text.append(table);
  }

  private void alone() {
    Table table = new Table("", "a second, median (min–max)", "mean ms", "p50 ms", "p99 ms");
    findings.operations().keySet().forEach(name -> alone(table, name, findings.callsAlone(name)));
    for (Script script : Script.values()) {
      alone(table, "pgbench: " + script.title(), findings.scriptAlone(script));
    }
    if (!table.isEmpty()) {
      heading("A single caller, nothing else running");
      text.append(table);
    }
  }

  private static void alone(Table table, String name, Series series) {
    if (!series.rounds().isEmpty()) {
      table.row(
          name,
          Numbers.rates(series.of(Measurement::rate)),
          Numbers.some(series.of(round -> round.millis().mean()).median()),
          Numbers.some(series.of(round -> round.millis().p50()).median()),
          Numbers.some(series.of(round -> round.millis().p99()).median()));
    }
  }

  private void sweeps() {
    if (findings.sweeps().isEmpty()) {
      return;
    }
    heading("Latency against load");
    Table table =
        new Table("call", "load", "requests/s", "p50 ms", "p99 ms", "not sent, too far behind");
    findings
        .sweeps()
        .forEach(
            sweep ->
                sweep
                    .points()
                    .forEach(
                        point ->
                            table.row(
                                sweep.operation(),
                                point.percent() + " %",
                                Numbers.whole(point.rate()),
                                Numbers.some(point.p50()),
                                Numbers.some(point.p99()),
                                point.notSent() == 0
                                    ? Numbers.NONE
                                    : "%,d".formatted(point.notSent()))));
    text.append(table);
  }

  private void facts() {
    heading("Machine, versions, settings");
    Table table = new Table("", "");
    findings.facts().forEach(table::row);
    text.append(table);
  }

  private void heading(String title) {
    text.append(text.isEmpty() ? "" : "\n").append("### ").append(title).append("\n\n");
  }
}
