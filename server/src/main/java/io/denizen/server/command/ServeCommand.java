package io.denizen.server.command;

import io.denizen.domain.session.SessionPolicy;
import io.denizen.server.Build;
import io.denizen.server.DenizenServer;
import io.denizen.server.database.Database;
import io.denizen.server.endpoint.ListenAddress;
import io.denizen.server.telemetry.Telemetry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code denizen serve}: runs until it is told to stop. */
@Command(
    name = "serve",
    description = {
      "Serve gRPC until stopped.",
      "",
      "Without a database URL this starts a PostgreSQL of its own and keeps its data across"
          + " restarts. SIGTERM lets running calls finish first.",
      ""
    })
final class ServeCommand implements Callable<Integer> {
  private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
  private static final Duration LONGEST_INTERVAL = Duration.ofDays(1);

  @Spec private CommandSpec spec;
  @Mixin private DatabaseOptions database;
  @Mixin private PasswordOptions passwords = new PasswordOptions();

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Loopback address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = "";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "9090",
      description = "Port to listen on; 0 takes any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--pool-size",
      paramLabel = "N",
      defaultValue = "10",
      description = "Connections to the database (default: ${DEFAULT-VALUE}).")
  private int poolSize;

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description =
          "How long running calls may take to finish at the end (default: ${DEFAULT-VALUE}).")
  private int grace;

  @Option(
      names = "--migrate",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Bring the schema up to date first, which is the default.")
  private boolean migrate;

  @Option(
      names = "--session-lifetime",
      paramLabel = "DURATION",
      defaultValue = "P90D",
      description = "How long a session lasts at most (ISO 8601; default: ${DEFAULT-VALUE}).")
  private Duration sessionLifetime = Duration.ZERO;

  @Option(
      names = "--session-idle",
      paramLabel = "DURATION",
      defaultValue = "P14D",
      description = "How long it lasts without being refreshed (default: ${DEFAULT-VALUE}).")
  private Duration sessionIdle = Duration.ZERO;

  @Option(
      names = "--session-grace",
      paramLabel = "DURATION",
      defaultValue = "PT10S",
      description =
          "How long a used refresh token is answered as before, for clients that lost the answer"
              + " (default: ${DEFAULT-VALUE}).")
  private Duration sessionGrace = Duration.ZERO;

  @Option(
      names = "--housekeeping-interval",
      paramLabel = "DURATION",
      defaultValue = "PT1M",
      description =
          "How long to wait before what is over, such as sessions and memberships, is tidied up"
              + " again (default: ${DEFAULT-VALUE}).")
  private Duration housekeepingInterval = Duration.ZERO;

  private final Map<String, String> environment;

  ServeCommand(Map<String, String> environment) {
    this.environment = environment;
    this.database = new DatabaseOptions(environment);
  }

  @Override
  public Integer call() throws InterruptedException {
    DenizenServer.Settings settings = settings();
    Supplier<Database> opening = database.opening(poolSize);
    DenizenServer server = new DenizenServer(settings, () -> Telemetry.configuredBy(environment));
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  ended.countDown();
                },
                "denizen-shutdown"));
    InetSocketAddress address = server.start(opening);
    String where = written(address);
    spec.commandLine()
        .getOut()
        .println(
            "Denizen %s listens on %s; try: grpcurl -plaintext %s list"
                .formatted(Build.current().version(), where, where));
    spec.commandLine().getOut().flush();
    ended.await();
    return 0;
  }

  private DenizenServer.Settings settings() {
    if (poolSize < 4 || poolSize > 1_000) {
      throw wrong("the pool needs 4 to 1000 connections, not " + poolSize);
    }
    if (grace < 0) {
      throw wrong("the grace cannot be negative");
    }
    if (housekeepingInterval.compareTo(SHORTEST_INTERVAL) < 0
        || housekeepingInterval.compareTo(LONGEST_INTERVAL) > 0) {
      throw wrong("the housekeeping interval is PT1S to P1D, not " + housekeepingInterval);
    }
    try {
      return new DenizenServer.Settings(
          ListenAddress.of(host, port),
          poolSize,
          Duration.ofSeconds(grace),
          migrate,
          new SessionPolicy(sessionLifetime, sessionIdle, sessionGrace),
          passwords.settings(),
          housekeepingInterval);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static String written(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
