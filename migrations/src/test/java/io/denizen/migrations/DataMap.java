package io.denizen.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What docs/data-map.md says of the schema.
 *
 * @param everywhere of columns that mean the same in every table
 */
record DataMap(List<Entry> everywhere, List<Entry> entries) {

  private static final Path PAGE = Path.of("../docs/data-map.md");
  private static final String TABLE = "## `";
  private static final String EVERY_TABLE = "## Columns of every table";

  /**
   * A row of the page.
   *
   * @param table empty for a column of every table
   */
  record Entry(String table, String column, String personal, String why, String kept) {

    String name() {
      return table + "." + column;
    }
  }

  static DataMap read() throws IOException {
    return of(Files.readAllLines(PAGE));
  }

  static DataMap of(List<String> page) {
    List<Entry> everywhere = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    String table = "";
    boolean isMap = false;
    for (String line : page) {
      if (line.startsWith("#")) {
        isMap = line.startsWith(TABLE) || line.equals(EVERY_TABLE);
        table = line.startsWith(TABLE) ? line.substring(TABLE.length(), line.length() - 1) : "";
      } else if (isMap && line.startsWith("| `")) {
        (table.isEmpty() ? everywhere : entries).add(entry(table, line));
      }
    }
    return new DataMap(everywhere, entries);
  }

  /** Those of the schema's columns, as {@code table.column}, of which the page says nothing. */
  List<String> missing(List<String> columns) {
    Set<String> said = entries.stream().map(Entry::name).collect(Collectors.toSet());
    Set<String> common = everywhere.stream().map(Entry::column).collect(Collectors.toSet());
    return columns.stream()
        .filter(column -> !said.contains(column))
        .filter(column -> !common.contains(column.substring(column.indexOf('.') + 1)))
        .toList();
  }

  /** What the page tells of, as {@code table.column}, and the schema does not have. */
  List<String> stale(List<String> columns) {
    return entries.stream().map(Entry::name).filter(name -> !columns.contains(name)).toList();
  }

  Stream<Entry> all() {
    return Stream.concat(everywhere.stream(), entries.stream());
  }

  private static Entry entry(String table, String line) {
    String[] cells = line.split("\\|", -1);
    if (cells.length != 6) {
      throw new IllegalArgumentException("not four cells: " + line);
    }
    return new Entry(table, code(cells[1]), code(cells[2]), cells[3].strip(), code(cells[4]));
  }

  private static String code(String cell) {
    return cell.strip().replace("`", "");
  }
}
