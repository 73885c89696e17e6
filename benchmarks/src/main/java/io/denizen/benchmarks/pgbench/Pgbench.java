package io.denizen.benchmarks.pgbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.denizen.benchmarks.dataset.Dataset;
import io.denizen.server.database.Login;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs pgbench with prepared statements, as the role that serves and on the tables that it serves
 * from. Each run writes keys of its own.
 */
public final class Pgbench implements AutoCloseable {
  /** More than one run can write. */
  private static final long KEYS_A_RUN = 100_000_000;

  private final Path program;
  private final Path directory;
  private final Login login;
  private final Dataset dataset;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private int runs;
  private int applicationsUsed;
  private volatile @Nullable Process running;

  /**
   * Prepares to run.
   *
   * @param directory to put the scripts into
   */
  public Pgbench(Path program, Path directory, Login login, Dataset dataset) {
    this.program = program;
    this.directory = directory;
    this.login = login;
    this.dataset = dataset;
  }

  /** The version of the program. */
  public String version() {
    return finish(List.of(program.toString(), "--version")).strip();
  }

  /**
   * Runs a script.
   *
   * @throws IllegalStateException when a statement fails
   */
  public PgbenchResult run(Script script, int clients, int seconds) {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=" + Math.min(clients, cores),
                "--time=" + seconds,
                "--file=" + file(script)));
    variables(script, clients, seconds)
        .forEach((name, value) -> command.add("--define=" + name + "=" + value));
    return PgbenchResult.parse(finish(command));
  }

  private Map<String, Long> variables(Script script, int clients, int seconds) {
    long base = ++runs * KEYS_A_RUN;
    long application = (long) Dataset.HOMES + applicationsUsed;
    if (script == Script.CREATE_MEMBERSHIP) {
      applicationsUsed += Dataset.applicationsFilledIn(seconds, dataset.identities());
    }
    return Map.of(
        "identities",
        dataset.identities(),
        "services",
        dataset.services(),
        "serviceEvery",
        (long) Dataset.SERVICE_EVERY,
        "clients",
        (long) clients,
        "base",
        base,
        "application",
        application,
        "c",
        0L);
  }

  private String finish(List<String> command) {
    try {
      Path errors = directory.resolve("pgbench.err");
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
      URI database = URI.create(login.jdbcUrl().substring("jdbc:".length()));
      builder
          .environment()
          .putAll(
              Map.of(
                  "PGHOST", database.getHost(),
                  "PGPORT", Integer.toString(database.getPort()),
                  "PGDATABASE", database.getPath().substring(1),
                  "PGUSER", String.valueOf(login.user()),
                  "PGPASSWORD", String.valueOf(login.password()),
                  "PGOPTIONS", "-c search_path=denizen"));
      Process process = builder.start();
      running = process;
      String printed;
      try (InputStream output = process.getInputStream()) {
        printed = new String(output.readAllBytes(), UTF_8);
      }
      if (process.waitFor() != 0) {
        throw new IllegalStateException("pgbench failed: " + Files.readString(errors));
      }
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Path file(Script script) {
    Path file = directory.resolve(script.resource());
    if (Files.exists(file)) {
      return file;
    }
    try (InputStream sql = Script.class.getResourceAsStream(script.resource())) {
      if (sql == null) {
        throw new IllegalStateException("not on the class path: " + script.resource());
      }
      Files.copy(sql, file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the run under way, if any. */
  @Override
  public void close() {
    Process process = running;
    if (process != null) {
      process.destroy();
    }
  }
}
