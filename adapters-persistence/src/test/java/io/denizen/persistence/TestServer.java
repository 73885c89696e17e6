package io.denizen.persistence;

import io.denizen.migrations.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of our own, migrated, that can be stopped and started again on the same data. */
public final class TestServer implements AutoCloseable {

  private static final String DATABASE = "postgres";

  /** Below the range that the system hands out by itself. */
  private static final int FIRST_PORT = 20_000;

  private static final int LAST_PORT = 32_000;

  private static final Path HOME = Path.of("target", "postgres").toAbsolutePath();

  static {
    // Where it unpacks the binaries, and clears away what killed runs have left.
    System.setProperty("ot.epg.working-dir", HOME.toString());
  }

  private final Path data;
  private final int port;
  private @Nullable EmbeddedPostgres running;

  /**
   * Starts it on empty data.
   *
   * @param name begins that of its directory below {@code target}; the process is in it too, for a
   *     server that a killed run has left may still write to its own
   */
  public TestServer(String name) {
    data = HOME.resolve(name + "-" + ProcessHandle.current().pid());
    port = freePort();
    removeData();
    start();
    migrate(DATABASE);
  }

  public String jdbcUrl() {
    return jdbcUrl(DATABASE);
  }

  /** The server for {@link Migrations#APP_ROLE}, with so many threads. */
  public PostgresPersistence.Settings settings(int poolSize) {
    return settings(DATABASE, poolSize);
  }

  public PostgresPersistence.Settings settings(String database, int poolSize) {
    return new PostgresPersistence.Settings(
        jdbcUrl(database), Migrations.APP_ROLE, "app", poolSize);
  }

  /** A connection as the owner, who may do what the application may not. */
  public Connection owner() throws SQLException {
    return owner(DATABASE);
  }

  public Connection owner(String database) throws SQLException {
    return connection(database, "postgres");
  }

  /** A connection as the role that serves. */
  public Connection app() throws SQLException {
    return app(DATABASE);
  }

  public Connection app(String database) throws SQLException {
    return connection(database, Migrations.APP_ROLE);
  }

  /** Makes another database beside the first, migrated too. */
  public void create(String database) throws SQLException {
    try (Connection owner = owner();
        Statement statement = owner.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    }
    migrate(database);
  }

  private void migrate(String database) {
    Migrations migrations = new Migrations(jdbcUrl(database), "postgres", "postgres");
    migrations.run();
    migrations.letAppLogIn("app".toCharArray());
  }

  private Connection connection(String database, String user) throws SQLException {
    return DriverManager.getConnection(
        jdbcUrl(database) + "?currentSchema=" + Migrations.SCHEMA, user, "app");
  }

  private String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public void stop() {
    try {
      if (running != null) {
        running.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      running = null;
    }
  }

  /** Starts it, on the same data if it ran before. */
  public void start() {
    try {
      running =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              // True would have it removed at every stop.
              .setCleanDataDirectory(false)
              .setPort(port)
              .setPGStartupWait(Duration.ofSeconds(60))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
    removeData();
  }

  private void removeData() {
    if (!Files.exists(data)) {
      return;
    }
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    int first = FIRST_PORT + (int) (ProcessHandle.current().pid() % 1_000) * 10;
    return IntStream.range(first, LAST_PORT).filter(TestServer::isFree).findFirst().orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
