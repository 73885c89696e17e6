package io.denizen.benchmarks.pgbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PgbenchResultTest {
  private static final String PRINTED =
      """
      pgbench (15.18 (Debian 15.18-0+deb12u1), server 18.6)
      transaction type: get.sql
      scaling factor: 1
      query mode: prepared
      number of clients: 16
      number of threads: 2
      maximum number of tries: 1
      duration: 3 s
      number of transactions actually processed: 106012
      number of failed transactions: 0 (0.000%)
      latency average = 0.452 ms
      initial connection time = 31.205 ms
      tps = 35714.281902 (without initial connection time)
      """;

  @Test
  void readsWhatPgbenchPrints() {
    assertThat(PgbenchResult.parse(PRINTED))
        .isEqualTo(new PgbenchResult(106_012, 35_714.281902, 0.452));
  }

  @Test
  void readsWhatOlderOnesPrint() {
    String older =
        PRINTED
            .replace("number of failed transactions: 0 (0.000%)\n", "")
            .replace("(without initial connection time)", "(excluding connections establishing)");

    assertThat(PgbenchResult.parse(older).rate()).isEqualTo(35_714.281902);
  }

  @Test
  void knowsThatNothingWasDone() {
    String nothing =
        PRINTED
            .substring(0, PRINTED.indexOf("latency"))
            .replace("106012", "0")
            .replace("0.000%", "NaN%");

    assertThat(PgbenchResult.parse(nothing)).isEqualTo(new PgbenchResult(0, 0, Double.NaN));
  }

  @Test
  void refusesARunInWhichTransactionsFailed() {
    String failed = PRINTED.replace("transactions: 0 (0.000%)", "transactions: 12 (0.011%)");

    assertThatThrownBy(() -> PgbenchResult.parse(failed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("failed transactions: 12");
  }

  @Test
  void refusesWhatIsNoResult() {
    assertThatThrownBy(() -> PgbenchResult.parse("pgbench: error: connection refused"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("connection refused");
  }
}
