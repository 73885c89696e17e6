package io.denizen.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class LatencyChartTest {

  @Test
  void drawsTwoLinesForEachCall() throws Exception {
    Sweep sweep =
        new Sweep(
            "GetIdentity",
            List.of(
                new Sweep.Point(10, 1_000, 0.3, 1.2, Map.of(), 0),
                new Sweep.Point(20, 2_000, 0.4, 30, Map.of(), 0)));

    Document svg = parse(LatencyChart.of(List.of(sweep, sweep)));

    assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(4);
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(8);
  }

  @Test
  void drawsNothingOfNothing() throws Exception {
    assertThat(parse(LatencyChart.of(List.of())).getElementsByTagName("line").getLength()).isZero();
  }

  @Test
  void choosesRoundNumbersAroundTheLatencies() {
    Sweep sweep = new Sweep("x", List.of(new Sweep.Point(10, 950, 0.3, 13, Map.of(), 0)));

    assertThat(Scale.logarithmic(List.of(sweep)).ticks())
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b))
        .containsExactly(0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0);
    assertThat(Scale.linear(sweep).ticks()).containsExactly(0.0, 500.0);
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
