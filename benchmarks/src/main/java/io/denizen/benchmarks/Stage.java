package io.denizen.benchmarks;

import io.denizen.benchmarks.dataset.Dataset;
import io.denizen.benchmarks.dataset.Fill;
import io.denizen.benchmarks.dataset.FreshDatabase;
import io.denizen.benchmarks.echo.EchoServer;
import io.denizen.benchmarks.load.Connections;
import io.denizen.benchmarks.pgbench.Pgbench;
import io.denizen.benchmarks.process.FreePort;
import io.denizen.benchmarks.process.ListeningProcess;
import io.denizen.server.Resources;
import io.denizen.server.database.Login;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that is measured, running: PostgreSQL, Denizen, the echo and pgbench. */
record Stage(
    Dataset dataset,
    FreshDatabase database,
    ListeningProcess denizen,
    ListeningProcess echo,
    Connections toDenizen,
    Connections toEcho,
    Pgbench pgbench,
    String javaOptions) {
  private static final int CONNECTIONS = 2;

  /** Of Denizen, with room to grow; pgbench comes on top. */
  private static final int DATABASE_CONNECTIONS = 100;

  private static final String OPTIONS = "DENIZEN_JAVA_OPTS";

  /**
   * Starts all of it; whatever was started is closed with the resources, in case of failure too.
   */
  static Stage open(Resources resources, Settings settings, Dataset dataset) throws SQLException {
    Path directory = resources.open(() -> new WorkDirectory(settings.work())).path();
    FreshDatabase database =
        resources.open(
            () ->
                FreshDatabase.start(
                    directory.resolve("database"),
                    settings.work().resolve("postgresql"),
                    DATABASE_CONNECTIONS));
    Progress.say("filling with %,d identities".formatted(dataset.identities()));
    Fill.fill(
        database.owner(),
        dataset,
        done -> Progress.say("filled %,d of %,d".formatted(done, dataset.identities())));
    Progress.say("starting Denizen and the echo");
    String options = System.getenv().getOrDefault(OPTIONS, "-Xmx256m");
    ListeningProcess denizen =
        resources.open(() -> denizen(settings, database, options, Map.of(), directory));
    ListeningProcess echo = resources.open(() -> echo(directory));
    Connections toDenizen = resources.open(() -> Connections.to(denizen.port(), CONNECTIONS));
    Connections toEcho = resources.open(() -> Connections.to(echo.port(), CONNECTIONS));
    Pgbench program =
        resources.open(() -> new Pgbench(settings.pgbench(), directory, database.app(), dataset));
    return new Stage(dataset, database, denizen, echo, toDenizen, toEcho, program, options);
  }

  /**
   * With the launcher, and so exactly as everybody runs it.
   *
   * @param more variables for the launcher
   */
  static ListeningProcess denizen(
      Settings settings,
      FreshDatabase database,
      String options,
      Map<String, String> more,
      Path directory) {
    Login owner = database.owner();
    Map<String, String> environment = new HashMap<>(more);
    environment.putAll(
        Map.of(
            "DENIZEN_JAVA_HOME",
            System.getProperty("java.home"),
            OPTIONS,
            options,
            "DENIZEN_DATABASE_URL",
            owner.jdbcUrl(),
            "DENIZEN_OWNER_USER",
            String.valueOf(owner.user()),
            "DENIZEN_OWNER_PASSWORD",
            String.valueOf(owner.password()),
            "DENIZEN_APP_PASSWORD",
            String.valueOf(database.app().password())));
    return ListeningProcess.start(
        List.of(settings.launcher().toString(), "serve", "--port=" + FreePort.any()),
        environment,
        directory.resolve("denizen.log"));
  }

  private static ListeningProcess echo(Path directory) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ownAccessFlags());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(EchoServer.class.getName(), Integer.toString(FreePort.any())));
    return ListeningProcess.start(command, Map.of(), directory.resolve("echo.log"));
  }

  /** What the launcher found this JDK to want for Netty. */
  private static List<String> ownAccessFlags() {
    return ProcessHandle.current().info().arguments().stream()
        .flatMap(Arrays::stream)
        .takeWhile(argument -> argument.startsWith("-"))
        .filter(argument -> argument.startsWith("--"))
        .toList();
  }
}
