package io.denizen.benchmarks.report;

import java.util.Locale;

/** How numbers are written: as many digits as they are worth. */
final class Numbers {
  static final String NONE = "–";

  private Numbers() {}

  static String whole(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%,.0f", value) : NONE;
  }

  /** Three digits or so, whatever the size. */
  static String some(double value) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    String format = value < 1 ? "%.3f" : value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, format, value);
  }

  static String ratio(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : NONE;
  }

  /** Median with the lowest and the highest. */
  static String rates(Spread spread) {
    return Double.isFinite(spread.median())
        ? "%s (%s–%s)".formatted(whole(spread.median()), whole(spread.min()), whole(spread.max()))
        : NONE;
  }

  static String ratios(Spread spread) {
    return Double.isFinite(spread.median())
        ? "%s (%s–%s)".formatted(ratio(spread.median()), ratio(spread.min()), ratio(spread.max()))
        : NONE;
  }
}
