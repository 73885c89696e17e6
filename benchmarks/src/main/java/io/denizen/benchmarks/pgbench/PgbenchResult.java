package io.denizen.benchmarks.pgbench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pgbench says at the end of a run.
 *
 * @param transactions how many it did
 * @param rate of them a second, the time to connect left out
 * @param meanMillis average latency of one
 */
public record PgbenchResult(long transactions, double rate, double meanMillis) {
  private static final Pattern TRANSACTIONS =
      Pattern.compile("number of transactions actually processed: (\\d+)");
  private static final Pattern RATE =
      Pattern.compile("tps = ([\\d.]+) \\((?:without initial|excluding) connection");
  private static final Pattern LATENCY = Pattern.compile("latency average = ([\\d.]+) ms");
  private static final Pattern FAILED =
      Pattern.compile("number of failed transactions: (?!0 )(\\d+)");

  /**
   * Reads its standard output. A run that ended before all clients were connected did nothing, and
   * has neither a rate nor a latency.
   *
   * @throws IllegalStateException when it is not that of a run in which every transaction succeeded
   */
  public static PgbenchResult parse(String printed) {
    if (FAILED.matcher(printed).find()) {
      throw new IllegalStateException("pgbench had failed transactions: " + printed);
    }
    long transactions = Long.parseLong(number(TRANSACTIONS, printed));
    if (transactions == 0) {
      return new PgbenchResult(0, 0, Double.NaN);
    }
    return new PgbenchResult(
        transactions,
        Double.parseDouble(number(RATE, printed)),
        Double.parseDouble(number(LATENCY, printed)));
  }

  private static String number(Pattern pattern, String printed) {
    Matcher found = pattern.matcher(printed);
    if (!found.find()) {
      throw new IllegalStateException("not what pgbench prints: " + printed);
    }
    return found.group(1);
  }
}
