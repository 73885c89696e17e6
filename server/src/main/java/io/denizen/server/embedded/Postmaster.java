package io.denizen.server.embedded;

import io.denizen.server.StartFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL process on a cluster: started, watched and stopped through {@code pg_ctl}.
 *
 * <p>It is no child of ours, so that an interrupt typed at the terminal reaches Denizen alone and
 * running calls keep their database while they finish. The price is that it outlives a {@code kill
 * -9} of Denizen; {@link #stop} before the next start is the answer to that.
 */
final class Postmaster {
  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
  private static final long LOG_LIMIT = 8L << 20;

  private final Cluster cluster;
  private final PostgresBinaries binaries;
  private final Path log;

  Postmaster(Cluster cluster, PostgresBinaries binaries, Path log) {
    this.cluster = cluster;
    this.binaries = binaries;
    this.log = log;
  }

  /**
   * Starts PostgreSQL and waits until it accepts connections, recovery after a crash included.
   *
   * @throws StartFailure when it does not come up
   */
  void start(int port, int maxConnections) throws IOException {
    cluster.configure(port, maxConnections);
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    long before = Files.exists(log) ? Files.size(log) : 0;
    PostgresBinaries.Outcome started = pgCtl("start", "--wait", "--timeout=300", "--log=" + log);
    if (started.failed()) {
      throw new StartFailure("PostgreSQL does not start: " + lastWords(before, started.printed()));
    }
    LOG.debug("PostgreSQL started on port {}", port);
  }

  /**
   * Stops whatever PostgreSQL runs on this cluster, started by us or by a Denizen that was killed;
   * does nothing where none runs.
   *
   * @throws StartFailure when it cannot be stopped
   */
  void stop() throws IOException {
    Optional<ProcessHandle> process = process();
    if (process.isEmpty()) {
      return;
    }
    if (!isPostgres(process.get())) {
      declareDead();
      return;
    }
    PostgresBinaries.Outcome stopped = pgCtl("stop", "--mode=fast", "--wait", "--timeout=60");
    if (stopped.failed()) {
      stopped = pgCtl("stop", "--mode=immediate", "--wait", "--timeout=60");
    }
    if (stopped.failed() && isRunning()) {
      throw new StartFailure(
          "the PostgreSQL that runs on %s (process %d) does not stop: %s"
              .formatted(cluster.path(), process.get().pid(), stopped.printed()));
    }
  }

  /** Whether a PostgreSQL process runs on this cluster now. */
  boolean isRunning() {
    try {
      return process().filter(Postmaster::isPostgres).isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** The process that the cluster's pid file names, if there is one. */
  Optional<ProcessHandle> process() throws IOException {
    if (!Files.exists(cluster.pidFile())) {
      return Optional.empty();
    }
    Optional<String> first = Files.readString(cluster.pidFile()).lines().findFirst();
    try {
      return first.map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * The number in the pid file belongs to another program by now, or to a zombie that nobody reaps,
   * and PostgreSQL would refuse to start. A number that no process has lets it, and leaves the rest
   * of the file, by which it finds processes of its own that still write to the cluster.
   */
  private void declareDead() throws IOException {
    String content = Files.readString(cluster.pidFile());
    PrivateFiles.write(
        cluster.pidFile(), content.replaceFirst("[0-9]+", Integer.toString(Integer.MAX_VALUE)));
  }

  private PostgresBinaries.Outcome pgCtl(String verb, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(verb, "-D", cluster.path().toString()));
    arguments.addAll(List.of(options));
    return binaries.run("pg_ctl", arguments);
  }

  /** A zombie has no command, and another program's is not called postgres. */
  private static boolean isPostgres(ProcessHandle process) {
    return process.isAlive()
        && process
            .info()
            .command()
            .map(command -> String.valueOf(Path.of(command).getFileName()))
            .filter(name -> name.startsWith("postgres"))
            .isPresent();
  }

  private String lastWords(long offset, String otherwise) throws IOException {
    if (!Files.exists(log)) {
      return otherwise;
    }
    byte[] all = Files.readAllBytes(log);
    int from = (int) Math.min(offset, all.length);
    String fresh = new String(all, from, all.length - from, StandardCharsets.UTF_8);
    return fresh
            .lines()
            .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
            .findFirst()
            .orElse(otherwise.lines().findFirst().orElse("no reason given"))
            .strip()
        + " (see "
        + log
        + ")";
  }
}
