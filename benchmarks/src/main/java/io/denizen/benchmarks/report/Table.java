package io.denizen.benchmarks.report;

import java.util.Collections;
import java.util.List;

/** A table in Markdown. */
final class Table {
  private final StringBuilder text = new StringBuilder();

  private final int empty;

  Table(String... titles) {
    row(titles);
    row(Collections.nCopies(titles.length, "---").toArray(String[]::new));
    this.empty = text.length();
  }

  boolean isEmpty() {
    return text.length() == empty;
  }

  void row(String... cells) {
    List<String> written = List.of(cells).stream().map(cell -> cell.replace("|", "\\|")).toList();
    text.append("| ").append(String.join(" | ", written)).append(" |\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
