package io.denizen.benchmarks;

import io.denizen.benchmarks.process.MemoryUse;
import io.denizen.benchmarks.report.Findings;
import io.denizen.server.Build;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a figure means nothing without. */
final class Facts {
  private static final List<String> SETTINGS =
      List.of(
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "shared_buffers",
          "max_wal_size",
          "max_connections");

  private Facts() {}

  static void collect(Settings settings, Stage stage, Findings findings) throws IOException {
    findings.fact("CPU", first("/proc/cpuinfo", "model name\\s*: (.*)"));
    findings.fact(
        "cores", Runtime.getRuntime().availableProcessors() + ", for everything together");
    findings.fact("memory", gibibytes(first("/proc/meminfo", "MemTotal:\\s+(\\d+) kB")));
    findings.fact("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    findings.fact("file system", Files.getFileStore(settings.work()).type());
    findings.fact("JDK", System.getProperty("java.vm.name") + " " + Runtime.version());
    findings.fact("Denizen", Build.current().version() + ", " + Build.current().build());
    findings.fact("PostgreSQL", stage.database().setting("server_version"));
    findings.fact("pgbench", stage.pgbench().version());
    findings.fact("gRPC", versionOf(ManagedChannel.class));
    findings.fact("pgjdbc", pgjdbc(stage));
    findings.fact("PostgreSQL's settings", postgres(stage));
    findings.fact("Denizen's JVM", "SerialGC, " + stage.javaOptions());
    findings.fact("Denizen's pool", stage.database().connections() + " connections");
    findings.fact("identities", "%,d".formatted(settings.identities()));
    findings.fact("calls in flight", Integer.toString(settings.inFlight()));
    findings.fact(
        "measured",
        "%d rounds of %d s each, after %d s of warming up"
            .formatted(settings.rounds(), settings.seconds(), settings.warmUp()));
  }

  /** At the end, when the most has been used. */
  static void collectMemory(Stage stage, Findings findings) {
    findings.fact(
        "Denizen's memory",
        "%.0f MiB resident at most".formatted(MemoryUse.peakMebibytes(stage.denizen().pid())));
  }

  private static String postgres(Stage stage) {
    return SETTINGS.stream()
        .map(name -> name + " = " + stage.database().setting(name))
        .collect(Collectors.joining(", "));
  }

  private static String pgjdbc(Stage stage) {
    try {
      return DriverManager.getDriver(stage.database().owner().jdbcUrl())
          .getClass()
          .getPackage()
          .getImplementationVersion();
    } catch (java.sql.SQLException e) {
      return "unknown";
    }
  }

  private static String versionOf(Class<?> type) {
    Matcher jar =
        Pattern.compile("-(\\d[\\w.]*)\\.jar")
            .matcher(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    return jar.find() ? jar.group(1) : "unknown";
  }

  private static String first(String file, String pattern) {
    try (Stream<String> lines = Files.lines(Path.of(file), StandardCharsets.UTF_8)) {
      return lines
          .map(Pattern.compile(pattern)::matcher)
          .filter(Matcher::find)
          .map(found -> found.group(1))
          .findFirst()
          .orElse("unknown");
    } catch (IOException untold) {
      return "unknown";
    }
  }

  private static String gibibytes(String kibibytes) {
    return kibibytes.matches("\\d+")
        ? String.format(Locale.ROOT, "%.0f GiB", Long.parseLong(kibibytes) / 1048576.0)
        : kibibytes;
  }
}
