package io.denizen.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server as a process of its own, which says on its first line where it listens. */
public final class ListeningProcess implements AutoCloseable {
  private static final Pattern LISTENS = Pattern.compile("listens on [\\d.]+:(\\d+)");
  private static final long PATIENCE_SECONDS = 30;

  private final Process process;
  private final int port;
  private final double startSeconds;

  private ListeningProcess(Process process, int port, double startSeconds) {
    this.process = process;
    this.port = port;
    this.startSeconds = startSeconds;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param environment variables to add
   * @param log where its standard error goes
   * @throws IllegalStateException with what it said, when it ends instead
   */
  public static ListeningProcess start(
      List<String> command, Map<String, String> environment, Path log) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      builder.redirectError(log.toFile());
      long launched = System.nanoTime();
      Process process = builder.start();
      // Kept open: the process may have more to say.
      BufferedReader output = process.inputReader();
      String line = output.readLine();
      double seconds = (System.nanoTime() - launched) / 1e9;
      Matcher listens = LISTENS.matcher(line == null ? "" : line);
      if (!listens.find()) {
        process.destroyForcibly();
        throw new IllegalStateException(
            command.getFirst() + " did not start, but said: " + Files.readString(log));
      }
      return new ListeningProcess(process, Integer.parseInt(listens.group(1)), seconds);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  /** From the launch until it said that it listens. */
  public double startSeconds() {
    return startSeconds;
  }

  /**
   * Whether it still runs.
   *
   * @throws IllegalStateException if not
   */
  public void requireAlive() {
    if (!process.isAlive()) {
      throw new IllegalStateException("a server ended with exit code " + process.exitValue());
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
