package io.denizen.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Where values lie on an axis.
 *
 * @param ticks values to write at it
 */
record Scale(double from, double to, boolean logarithmic, List<Double> ticks) {
  private static final int TICKS = 4;
  private static final double[] STEPS = {1, 2, 5, 10};

  Scale {
    ticks = List.copyOf(ticks);
  }

  /** Latencies, from one round number to another, wide enough for all of them. */
  static Scale logarithmic(List<Sweep> sweeps) {
    double[] values =
        sweeps.stream()
            .flatMap(sweep -> sweep.points().stream())
            .flatMapToDouble(point -> DoubleStream.of(point.p50(), point.p99()))
            .filter(value -> Double.isFinite(value) && value > 0)
            .sorted()
            .toArray();
    double lowest = values.length == 0 ? 1 : values[0];
    double highest = values.length == 0 ? 10 : values[values.length - 1];
    double decade = Math.pow(10, Math.floor(Math.log10(lowest)));
    List<Double> ticks = new ArrayList<>();
    for (double power = decade; ticks.isEmpty() || ticks.getLast() < highest; power *= 10) {
      for (double step : new double[] {1, 2, 5}) {
        double tick = power * step;
        if (ticks.isEmpty() || ticks.getLast() < highest) {
          while (!ticks.isEmpty() && tick <= lowest) {
            ticks.removeLast();
          }
          ticks.add(tick);
        }
      }
    }
    return new Scale(ticks.getFirst(), ticks.getLast(), true, ticks);
  }

  /** Rates, from zero. */
  static Scale linear(Sweep sweep) {
    double highest = sweep.points().stream().mapToDouble(Sweep.Point::rate).max().orElse(1);
    double power = Math.pow(10, Math.floor(Math.log10(highest / TICKS)));
    double step = power;
    for (double candidate : STEPS) {
      step = power * candidate;
      if (step * TICKS >= highest) {
        break;
      }
    }
    List<Double> ticks = new ArrayList<>();
    for (double tick = 0; tick <= highest; tick += step) {
      ticks.add(tick);
    }
    return new Scale(0, highest, false, ticks);
  }

  /** Between the places of the axis's ends. */
  double place(double value, double start, double end) {
    double share =
        logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
    return start + share * (end - start);
  }
}
