package io.denizen.it.faults;

import io.denizen.it.harness.Caller;
import io.denizen.it.harness.Ports;
import io.denizen.server.Main;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/** {@code denizen serve} as a process of its own, with an embedded PostgreSQL, to be killed. */
final class ServeProcess implements AutoCloseable {
  /** Running calls have 20 s at the end, and PostgreSQL has twice a minute. */
  private static final int EXIT_SECONDS = 150;

  private final Path home;
  private final Process process;
  private final ManagedChannel channel;

  private ServeProcess(Path home, Process process, ManagedChannel channel) {
    this.home = home;
    this.process = process;
    this.channel = channel;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param home keeps the data, of a former process too
   */
  static ServeProcess start(Path home) throws IOException {
    int port = Ports.free();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve");
    builder.environment().keySet().removeIf(name -> name.startsWith("DENIZEN_"));
    builder.environment().put("DENIZEN_DATA_DIR", home.toString());
    builder.environment().put("DENIZEN_PORT", Integer.toString(port));
    Path log = Files.createTempFile("denizen-it-serve-", ".log");
    builder.redirectError(log.toFile());
    Process process = builder.start();
    BufferedReader output = process.inputReader();
    String line = output.readLine();
    if (line == null || !line.contains("listens on")) {
      process.destroyForcibly();
      Assertions.fail("it did not start, but said: " + Files.readString(log));
    }
    Files.delete(log);
    return new ServeProcess(
        home,
        process,
        NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().disableRetry().build());
  }

  ManagedChannel channel() {
    return channel;
  }

  Caller caller() {
    return new Caller(channel, "services/it-tests");
  }

  /** {@code kill -9} of the server; its PostgreSQL lives on. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** {@code kill -9} of the server and of its PostgreSQL. */
  void killAll() throws IOException, InterruptedException {
    long postmaster =
        Long.parseLong(Files.readAllLines(home.resolve("data/postmaster.pid")).getFirst());
    ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
    kill();
  }

  /** SIGTERM; returns the exit code. */
  int terminate() throws InterruptedException {
    process.toHandle().destroy();
    Assertions.assertTrue(
        process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS), "it ends when it is told to");
    return process.exitValue();
  }

  @Override
  public void close() {
    channel.shutdownNow();
    try {
      if (process.isAlive()) {
        terminate();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
