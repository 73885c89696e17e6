package io.denizen.it.harness;

import io.denizen.server.Build;
import io.denizen.server.database.Login;
import io.denizen.server.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** PostgreSQL as {@code denizen serve} starts it, durable settings included. */
final class EmbeddedServer implements PostgresServer {
  private static final int CONNECTIONS = 200;

  /** Unpacked once and kept for the next run. */
  private static final Path BINARIES = Path.of("target", "postgresql");

  private final Path directory;
  private final EmbeddedDatabase postgresql;

  private EmbeddedServer(Path directory, EmbeddedDatabase postgresql) {
    this.directory = directory;
    this.postgresql = postgresql;
  }

  static EmbeddedServer start() {
    try {
      Path directory = Files.createTempDirectory("denizen-it-");
      return new EmbeddedServer(
          directory,
          EmbeddedDatabase.start(directory, BINARIES, Build.current().postgresql(), CONNECTIONS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Login admin() {
    return postgresql.owner();
  }

  @Override
  public Optional<Outage> outage() {
    return Optional.of(
        new Outage() {
          @Override
          public void begin() throws IOException {
            postgresql.suspend();
          }

          @Override
          public void end() throws IOException {
            postgresql.resume();
          }
        });
  }

  @Override
  public Optional<Outage> hang() {
    return Optional.of(
        new Outage() {
          @Override
          public void begin() throws IOException {
            Signals.send("STOP", postgresql.pid());
          }

          @Override
          public void end() throws IOException {
            Signals.send("CONT", postgresql.pid());
          }
        });
  }

  @Override
  public void close() {
    postgresql.close();
    Trees.delete(directory);
  }
}
