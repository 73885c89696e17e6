package io.denizen.migrations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

/** One PostgreSQL for all tests of this module, below target/, stopped when the JVM ends. */
final class TestPostgres {

  /** Below the range from which the system takes the ports of outgoing connections. */
  private static final int LAST_PORT = 32_000;

  private static final EmbeddedPostgres SERVER = start();

  private TestPostgres() {}

  /** A JDBC URL without credentials: the server trusts everybody on loopback. */
  static String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + database;
  }

  private static EmbeddedPostgres start() {
    Path home = Path.of("target", "postgres").toAbsolutePath();
    // Where it unpacks the binaries, and clears away what earlier runs have left.
    System.setProperty("ot.epg.working-dir", home.toString());
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(home.resolve("data-" + ProcessHandle.current().pid()))
          .setServerConfig("unix_socket_directories", "''")
          .setPort(freePort())
          .setPGStartupWait(Duration.ofSeconds(60))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    int first = 21_000 + (int) (ProcessHandle.current().pid() % 1_000) * 10;
    return IntStream.range(first, LAST_PORT).filter(TestPostgres::isFree).findFirst().orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
