package io.denizen.server.importer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of the lines. Safe for use by several threads. */
public final class Tally {

  private static final int REPORTED_FAILURES = 20;

  private final Map<String, Map<Outcome, Integer>> counts = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private final Map<String, LeftOut> leftOut = new TreeMap<>();
  private int failed;

  /** What became of a line. */
  public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    FAILED
  }

  synchronized void count(String type, Outcome outcome) {
    counts.computeIfAbsent(type, t -> new EnumMap<>(Outcome.class)).merge(outcome, 1, Integer::sum);
  }

  synchronized void fail(String type, String place, String why) {
    count(type, Outcome.FAILED);
    failed++;
    if (failures.size() < REPORTED_FAILURES) {
      failures.add(place + ": " + why);
    }
  }

  synchronized void leaveOut(String what, int count, List<String> names) {
    leftOut.computeIfAbsent(what, w -> new LeftOut()).add(count, names);
  }

  public synchronized int of(Outcome outcome) {
    return counts.values().stream().mapToInt(c -> c.getOrDefault(outcome, 0)).sum();
  }

  public synchronized int of(String type, Outcome outcome) {
    return counts.getOrDefault(type, Map.of()).getOrDefault(outcome, 0);
  }

  /** The first failures, each with its place; the last entry says how many more there were. */
  public synchronized List<String> failures() {
    List<String> reported = new ArrayList<>(failures);
    if (failed > failures.size()) {
      reported.add("and " + (failed - failures.size()) + " more");
    }
    return reported;
  }

  /** How much was read that Denizen has no counterpart of, by what it is. */
  public synchronized Map<String, Integer> leftOut() {
    Map<String, Integer> counts = new TreeMap<>();
    leftOut.forEach((what, of) -> counts.put(what, of.count));
    return counts;
  }

  /** A line for each thing that Denizen has no counterpart of, how much of it, and of whom. */
  public synchronized List<String> leftOutLines() {
    return leftOut.entrySet().stream()
        .map(
            of ->
                "%,9d  %s%s"
                    .formatted(
                        of.getValue().count,
                        of.getKey(),
                        of.getValue().names.isEmpty()
                            ? ""
                            : ": " + String.join(", ", of.getValue().names)))
        .toList();
  }

  /** A table, a line for each type of resource. */
  public synchronized String summary() {
    StringBuilder table =
        new StringBuilder(
            "%-16s %9s %9s %9s %9s".formatted("", "created", "updated", "unchanged", "failed"));
    counts.forEach(
        (type, of) ->
            table
                .append(System.lineSeparator())
                .append(
                    "%-16s %,9d %,9d %,9d %,9d"
                        .formatted(
                            type,
                            of.getOrDefault(Outcome.CREATED, 0),
                            of.getOrDefault(Outcome.UPDATED, 0),
                            of.getOrDefault(Outcome.UNCHANGED, 0),
                            of.getOrDefault(Outcome.FAILED, 0))));
    return table.toString();
  }

  private static final class LeftOut {
    private final List<String> names = new ArrayList<>();
    private int count;

    void add(int more, List<String> named) {
      count += more;
      names.addAll(named);
    }
  }
}
