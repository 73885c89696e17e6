package io.denizen.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Latency against load as SVG, an operation beside the other. Written by hand, because the kept
 * chart libraries of a permissive licence draw no SVG.
 */
public final class LatencyChart {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 320;
  private static final int LEFT = 64;
  private static final int RIGHT = 64;
  private static final int TOP = 44;
  private static final int BOTTOM = 52;

  private final StringBuilder svg = new StringBuilder();

  private LatencyChart() {}

  /** Draws it. */
  public static String of(List<Sweep> sweeps) {
    LatencyChart chart = new LatencyChart();
    Scale latency = Scale.logarithmic(sweeps);
    chart.begin(WIDTH * Math.max(1, sweeps.size()));
    for (int n = 0; n < sweeps.size(); n++) {
      chart.panel(sweeps.get(n), latency, n * WIDTH);
    }
    return chart.svg.append("</svg>\n").toString();
  }

  private void begin(int width) {
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img"
             aria-label="Latency against load">
        <style>
          .ground { fill: #ffffff } text { fill: #3d444d; font: 12px system-ui, sans-serif }
          .title { font-size: 14px; font-weight: 600; fill: #1f2328 } .grid { stroke: #d8dee4; stroke-width: 1 }
          .p50 { stroke: #0969da } .p99 { stroke: #bc4c00 } .line { fill: none; stroke-width: 2 }
          text.p50 { fill: #0969da; stroke: none } text.p99 { fill: #bc4c00; stroke: none }
          circle.p50 { fill: #0969da } circle.p99 { fill: #bc4c00 }
          @media (prefers-color-scheme: dark) {
            .ground { fill: #0d1117 } text { fill: #9da7b3 } .title { fill: #f0f6fc } .grid { stroke: #30363d }
            .p50 { stroke: #58a6ff } .p99 { stroke: #f0883e }
            text.p50 { fill: #58a6ff } text.p99 { fill: #f0883e }
            circle.p50 { fill: #58a6ff } circle.p99 { fill: #f0883e }
          }
        </style>
        <rect class="ground" width="%1$d" height="%2$d" rx="6"/>
        """
            .formatted(width, HEIGHT));
  }

  private void panel(Sweep sweep, Scale latency, int offset) {
    int left = offset + LEFT;
    int right = offset + WIDTH - RIGHT;
    int bottom = HEIGHT - BOTTOM;
    text(left, 24, "title", "start", sweep.operation());
    for (double tick : latency.ticks()) {
      double y = latency.place(tick, bottom, TOP);
      line(left, y, right, y);
      text(left - 8, y + 4, "", "end", tick < 1 ? trimmed(tick) : Numbers.whole(tick));
    }
    text(left - 8, TOP - 12, "", "end", "ms");
    Scale load = Scale.linear(sweep);
    for (double tick : load.ticks()) {
      double x = load.place(tick, left, right);
      line(x, TOP, x, bottom);
      text(x, bottom + 18, "", "middle", Numbers.whole(tick));
    }
    text((left + right) / 2.0, bottom + 40, "", "middle", "requests a second");
    curve(sweep, "p50", Sweep.Point::p50, load, latency, offset);
    curve(sweep, "p99", Sweep.Point::p99, load, latency, offset);
  }

  private void curve(
      Sweep sweep,
      String name,
      ToDoubleFunction<Sweep.Point> value,
      Scale load,
      Scale latency,
      int offset) {
    List<double[]> points =
        sweep.points().stream()
            .filter(point -> Double.isFinite(value.applyAsDouble(point)))
            .map(
                point ->
                    new double[] {
                      load.place(point.rate(), offset + LEFT, offset + WIDTH - RIGHT),
                      latency.place(value.applyAsDouble(point), HEIGHT - BOTTOM, TOP)
                    })
            .toList();
    if (points.isEmpty()) {
      return;
    }
    String line =
        points.stream()
            .map(point -> rounded(point[0]) + "," + rounded(point[1]))
            .collect(Collectors.joining(" "));
    svg.append("<polyline class=\"line %s\" points=\"%s\"/>\n".formatted(name, line));
    points.forEach(
        point ->
            svg.append(
                "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"3\"/>\n"
                    .formatted(name, rounded(point[0]), rounded(point[1]))));
    double[] last = points.getLast();
    text(last[0] + 10, last[1] + 4, name, "start", name);
  }

  private void line(double x1, double y1, double x2, double y2) {
    svg.append(
        "<line class=\"grid\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
            .formatted(rounded(x1), rounded(y1), rounded(x2), rounded(y2)));
  }

  private void text(double x, double y, String kind, String anchor, String words) {
    svg.append(
        "<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
            .formatted(kind, rounded(x), rounded(y), anchor, words));
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String trimmed(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replaceFirst("0+$", "");
  }
}
