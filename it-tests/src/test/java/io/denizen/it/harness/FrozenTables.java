package io.denizen.it.harness;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Tables that are locked: whoever comes for them waits until this is closed. */
public final class FrozenTables implements AutoCloseable {
  private static final String NOT_GRANTED =
      """
      SELECT count(*) FROM pg_locks WHERE NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      """;

  private final Connection holder;
  private final Sql sql;

  private FrozenTables(Connection holder, Sql sql) {
    this.holder = holder;
    this.sql = sql;
  }

  /** What is held up. */
  public enum Extent {
    READS_AND_WRITES("ACCESS EXCLUSIVE"),
    WRITES("SHARE");

    private final String lock;

    Extent(String lock) {
      this.lock = lock;
    }
  }

  /** Locks every table of Denizen's, as soon as nobody uses them. */
  public static FrozenTables freeze(TestDenizen denizen, Extent extent) throws SQLException {
    Sql sql = denizen.sql();
    String tables =
        sql.strings(
                """
                SELECT string_agg('denizen.' || tablename, ', ') FROM pg_tables
                  WHERE schemaname = 'denizen'
                """)
            .getFirst();
    Connection holder = sql.connect();
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      statement.execute("LOCK TABLE " + tables + " IN " + extent.lock + " MODE");
    }
    return new FrozenTables(holder, sql);
  }

  /** How many statements wait in this database. */
  public long waiting() {
    return sql.number(NOT_GRANTED);
  }

  @Override
  public void close() throws SQLException {
    holder.close();
  }
}
