package io.denizen.benchmarks.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The same measurement, once a round. */
public record Series(List<Measurement> rounds) {

  public Series {
    rounds = List.copyOf(rounds);
  }

  /** Something of each round. */
  public Spread of(ToDoubleFunction<Measurement> value) {
    return Spread.of(rounds.stream().mapToDouble(value));
  }

  /**
   * How this compares with another series, round by round: what disturbs the machine disturbs
   * neighbours alike.
   */
  public Spread ratio(Series other, ToDoubleFunction<Measurement> value) {
    return ratio(value, other, value);
  }

  /** The same of two different values. */
  public Spread ratio(
      ToDoubleFunction<Measurement> mine, Series other, ToDoubleFunction<Measurement> theirs) {
    int count = Math.min(rounds.size(), other.rounds.size());
    return Spread.of(
        IntStream.range(0, count)
            .mapToDouble(
                round ->
                    mine.applyAsDouble(rounds.get(round))
                        / theirs.applyAsDouble(other.rounds.get(round))));
  }

  /** What went wrong in all rounds together. */
  public Map<String, Long> failures() {
    Map<String, Long> failures = new TreeMap<>();
    rounds.forEach(
        round -> round.failures().forEach((how, count) -> failures.merge(how, count, Long::sum)));
    return failures;
  }
}
