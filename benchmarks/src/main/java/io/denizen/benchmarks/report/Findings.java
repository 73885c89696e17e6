package io.denizen.benchmarks.report;

import io.denizen.benchmarks.pgbench.Script;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that one run found out, collected as it goes. */
public final class Findings {
  /** The operation that pays for gRPC alone. */
  public static final String ECHO = "bare gRPC echo";

  private final SequencedMap<String, String> facts = new LinkedHashMap<>();
  private final SequencedMap<String, Compared> operations = new LinkedHashMap<>();
  private final Map<String, List<Measurement>> calls = new LinkedHashMap<>();
  private final Map<String, List<Measurement>> alone = new LinkedHashMap<>();
  private final Map<Script, SortedMap<Integer, Double>> scans = new EnumMap<>(Script.class);
  private final Map<Script, List<Measurement>> scripts = new EnumMap<>(Script.class);
  private final Map<Script, List<Measurement>> scriptsAlone = new EnumMap<>(Script.class);
  private final List<Sweep> sweeps = new ArrayList<>();

  /** Which scripts an operation is compared with; the first is the one that counts. */
  public record Compared(List<Script> scripts) {
    public Compared {
      scripts = List.copyOf(scripts);
    }
  }

  /** Something about the machine, a version or a setting, in the order told. */
  public void fact(String name, String value) {
    facts.put(name, value);
  }

  /** Announces an operation, in the order of the report. */
  public void operation(String name, List<Script> comparedWith) {
    operations.put(name, new Compared(comparedWith));
  }

  /** One point of the search for a script's best number of clients. */
  public void scanned(Script script, int clients, double rate) {
    scans.computeIfAbsent(script, none -> new TreeMap<>()).put(clients, rate);
  }

  public void measured(String operation, Measurement measurement) {
    calls.computeIfAbsent(operation, none -> new ArrayList<>()).add(measurement);
  }

  public void measured(Script script, Measurement measurement) {
    scripts.computeIfAbsent(script, none -> new ArrayList<>()).add(measurement);
  }

  /** With one caller and nothing else running. */
  public void measuredAlone(String operation, Measurement measurement) {
    alone.computeIfAbsent(operation, none -> new ArrayList<>()).add(measurement);
  }

  /** With one client and nothing else running. */
  public void measuredAlone(Script script, Measurement measurement) {
    scriptsAlone.computeIfAbsent(script, none -> new ArrayList<>()).add(measurement);
  }

  public void swept(Sweep sweep) {
    sweeps.add(sweep);
  }

  /** The number of clients at which a script did best in the search. */
  public int bestClients(Script script) {
    return scans.getOrDefault(script, new TreeMap<>()).entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(1);
  }

  /** Rounds of an operation; none where it was not measured. */
  public Series calls(String operation) {
    return new Series(calls.getOrDefault(operation, List.of()));
  }

  public Series script(Script script) {
    return new Series(scripts.getOrDefault(script, List.of()));
  }

  public Series callsAlone(String operation) {
    return new Series(alone.getOrDefault(operation, List.of()));
  }

  public Series scriptAlone(Script script) {
    return new Series(scriptsAlone.getOrDefault(script, List.of()));
  }

  /** Whether any call did not end as it should. */
  public boolean hasFailures() {
    return Stream.of(calls, alone)
            .flatMap(series -> series.values().stream())
            .flatMap(List::stream)
            .anyMatch(measurement -> !measurement.failures().isEmpty())
        || sweeps.stream()
            .flatMap(sweep -> sweep.points().stream())
            .anyMatch(point -> !point.failures().isEmpty());
  }

  SequencedMap<String, String> facts() {
    return facts;
  }

  SequencedMap<String, Compared> operations() {
    return operations;
  }

  SortedMap<Integer, Double> scan(Script script) {
    return scans.getOrDefault(script, new TreeMap<>());
  }

  /** Latency against load, an operation each. */
  public List<Sweep> sweeps() {
    return List.copyOf(sweeps);
  }
}
