package io.denizen.benchmarks.dataset;

import io.denizen.server.Build;
import io.denizen.server.database.Login;
import io.denizen.server.database.Preparation;
import io.denizen.server.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A PostgreSQL as {@code denizen serve} starts it, durable, migrated and empty; but with room for
 * the data, as any that is looked after has.
 */
public final class FreshDatabase implements AutoCloseable {
  /** What PostgreSQL takes by itself is for machines of another age. */
  private static final List<String> ROOM =
      List.of(
          "ALTER SYSTEM SET shared_buffers = '2GB'",
          "ALTER SYSTEM SET max_wal_size = '8GB'",
          "ALTER SYSTEM SET checkpoint_timeout = '15min'");

  private final EmbeddedDatabase postgresql;

  private FreshDatabase(EmbeddedDatabase postgresql) {
    this.postgresql = postgresql;
  }

  /**
   * Starts it.
   *
   * @param binaries where PostgreSQL itself is unpacked, and stays for the next run
   * @param poolSize how many connections the server will open
   */
  public static FreshDatabase start(Path directory, Path binaries, int poolSize) {
    String version = Build.current().postgresql();
    try (EmbeddedDatabase small = EmbeddedDatabase.start(directory, binaries, version, poolSize)) {
      ROOM.forEach(setting -> tell(small.owner(), setting));
    }
    EmbeddedDatabase postgresql = EmbeddedDatabase.start(directory, binaries, version, poolSize);
    try {
      Preparation.migrate(postgresql);
    } catch (RuntimeException e) {
      postgresql.close();
      throw e;
    }
    return new FreshDatabase(postgresql);
  }

  public Login owner() {
    return postgresql.owner();
  }

  public Login app() {
    return postgresql.app();
  }

  public long pid() {
    try {
      return postgresql.pid();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes out what is dirty, so that nobody pays for what somebody else wrote before. */
  public void checkpoint() {
    tell("CHECKPOINT");
  }

  /** The value of a setting, with its unit. */
  public String setting(String name) {
    return tell("SHOW " + name);
  }

  /** How many connections the role that serves has open. */
  public String connections() {
    return tell("SELECT count(*) FROM pg_stat_activity WHERE usename = '" + app().user() + "'");
  }

  private String tell(String sql) {
    return tell(owner(), sql);
  }

  private static String tell(Login owner, String sql) {
    try (Connection connection =
            DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password());
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        return rows.next() ? rows.getString(1) : "";
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql + " failed", e);
    }
  }

  @Override
  public void close() {
    postgresql.close();
  }
}
