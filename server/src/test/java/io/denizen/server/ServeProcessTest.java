package io.denizen.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Denizen as its operator meets it: processes that are started, stopped and killed. */
class ServeProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Running calls have 20 s at the end, and PostgreSQL has twice a minute. */
  private static final int EXIT_SECONDS = 150;

  @TempDir private Path temporary;

  private final List<Process> processes = new ArrayList<>();
  private final int port = Ports.free();

  @AfterEach
  void stopWhatIsLeft() throws InterruptedException {
    for (Process process : processes) {
      process.destroy();
      if (!process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  @Test
  void keepsItsDataAcrossKillAndTermAndNeverRunsTwice() throws Exception {
    Process killed = serve();
    assertThat(firstLine(killed))
        .contains("listens on 127.0.0.1:" + port)
        .contains("grpcurl -plaintext 127.0.0.1:" + port + " list");
    await().atMost(PATIENCE).until(() -> health() == ServingStatus.SERVING);
    execute("CREATE TABLE kept AS SELECT 42 AS answer");
    long orphan = postmaster();

    Process second = serve();
    assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isEqualTo(1);
    assertThat(errors(second)).containsOnlyOnce("another Denizen is running on " + data());
    assertThat(second.getInputStream().readAllBytes()).isEmpty();

    killed.destroyForcibly().waitFor();
    assertThat(isAlive(orphan)).as("PostgreSQL outlives the kill").isTrue();

    Process successor = serve();
    assertThat(firstLine(successor)).contains("listens on");
    assertThat(postmaster()).isNotEqualTo(orphan);
    await("the end of the orphan").atMost(PATIENCE).until(() -> !isAlive(orphan));
    assertThat(answer()).isEqualTo(42);

    long postmaster = postmaster();
    // Process.destroy() would also close our end of its output.
    successor.toHandle().destroy();
    assertThat(successor.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(successor.exitValue()).isEqualTo(128 + 15);
    assertThat(successor.getInputStream().readAllBytes()).as("one line and no more").isEmpty();
    await("the end of PostgreSQL with its server")
        .atMost(PATIENCE)
        .until(() -> !isAlive(postmaster));
    assertThat(Files.readString(data().resolve("postgresql.log")))
        .endsWith("database system is shut down\n");
  }

  @Test
  void doesNotStartWithoutTheMemoryForOnePassword() throws Exception {
    Process small = serve("-Xmx64m");

    assertThat(small.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(small.exitValue()).isEqualTo(2);
    assertThat(errors(small)).contains("hashing a password is to take 64 MiB", "-Xmx");
    assertThat(data()).doesNotExist();
  }

  /** A zombie, which some containers keep for ever, has no command. */
  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().command()).isPresent();
  }

  private Path data() {
    return temporary.resolve("data home");
  }

  private Process serve(String... javaOptions) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.addAll(List.of(javaOptions));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "serve"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("DENIZEN_"));
    builder.environment().put("DENIZEN_DATA_DIR", data().toString());
    builder.environment().put("DENIZEN_PORT", Integer.toString(port));
    builder.redirectError(temporary.resolve("errors-" + processes.size()).toFile());
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private String errors(Process process) throws IOException {
    return Files.readString(temporary.resolve("errors-" + processes.indexOf(process)));
  }

  private String firstLine(Process process) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = process.getInputStream().read(); c > '\n'; c = process.getInputStream().read()) {
      line.append((char) c);
    }
    assertThat(line.length()).as(() -> "a line on standard output").isPositive();
    return line.toString();
  }

  private ServingStatus health() {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    try {
      return HealthGrpc.newBlockingStub(channel)
          .check(HealthCheckRequest.getDefaultInstance())
          .getStatus();
    } finally {
      channel.shutdownNow();
    }
  }

  private long postmaster() throws IOException {
    return Long.parseLong(Files.readAllLines(data().resolve("data/postmaster.pid")).getFirst());
  }

  private int answer() throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT answer FROM kept")) {
      assertThat(result.next()).isTrue();
      return result.getInt(1);
    }
  }

  private void execute(String sql) throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connect() throws IOException, SQLException {
    Properties properties = new Properties();
    properties.load(new StringReader(Files.readString(data().resolve("denizen.properties"))));
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + properties.getProperty("port") + "/denizen",
        "denizen_owner",
        Files.readString(data().resolve("owner.password")).strip());
  }
}
