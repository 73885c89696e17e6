package io.denizen.benchmarks;

import io.denizen.benchmarks.dataset.Dataset;
import io.denizen.benchmarks.operation.AccessCalls;
import io.denizen.benchmarks.operation.AuditCalls;
import io.denizen.benchmarks.operation.IdentityCalls;
import io.denizen.benchmarks.operation.MembershipCalls;
import io.denizen.benchmarks.operation.Pages;
import io.denizen.benchmarks.pgbench.Script;
import io.denizen.benchmarks.report.Findings;
import io.denizen.benchmarks.report.LatencyChart;
import io.denizen.benchmarks.report.MarkdownReport;
import io.denizen.server.Resources;
import io.denizen.server.logging.Logging;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmarks/run}: Denizen beside pgbench and a bare gRPC echo, in one run. */
@Command(
    name = "benchmarks/run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures Denizen beside pgbench and a bare gRPC echo, on a fresh durable PostgreSQL, and"
          + " prints the result as Markdown.",
      "",
      "With the defaults it takes about half an hour. Nothing else should run meanwhile.",
      ""
    })
public final class Benchmark implements Callable<Integer> {
  private final Resources resources;

  @Option(
      names = "--identities",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "How many identities to begin with (default: ${DEFAULT-VALUE}).")
  private long identities;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "Length of each measurement (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often to measure everything (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--in-flight",
      paramLabel = "N",
      defaultValue = "64",
      description = "Calls under way at a time (default: ${DEFAULT-VALUE}).")
  private int inFlight;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "40",
      description =
          "For all calls together, before anything is measured (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "Calls to measure, such as GetIdentity,ListIdentities; all without.")
  private Set<String> only = Set.of();

  @Option(names = "--out", paramLabel = "FILE", description = "Where to write the Markdown.")
  private @Nullable Path out;

  @Option(
      names = "--chart",
      paramLabel = "FILE",
      description = "Where to draw latency against load, as SVG.")
  private @Nullable Path chart;

  /**
   * Measures once.
   *
   * @param resources closed at the end, and by others who want it to end before
   */
  Benchmark(Resources resources) {
    this.resources = resources;
  }

  /** Runs it and ends with its exit code: 1 when calls failed. */
  public static void main(String... arguments) {
    AtomicBoolean ending = new AtomicBoolean();
    Resources resources = new Resources();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  // Whatever fails from here on fails because it is taken away.
                  ending.set(true);
                  resources.close();
                },
                "benchmark-shutdown"));
    Logging.configure(Logging.Format.HUMAN, Logging.Verbosity.WARN);
    System.exit(
        new CommandLine(new Benchmark(resources))
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                  if (!ending.get()) {
                    say(failure);
                  }
                  return 1;
                })
            .execute(arguments));
  }

  private static void say(Exception failure) {
    System.err.println("benchmarks/run: " + failure.getMessage());
    if (!(failure instanceof IllegalStateException)) {
      failure.printStackTrace();
    }
  }

  @Override
  public Integer call() throws Exception {
    Settings settings =
        new Settings(
            identities,
            seconds,
            rounds,
            inFlight,
            warmUp,
            only,
            told("launcher"),
            told("pgbench"),
            told("work"));
    Findings findings = new Findings();
    try {
      int spareOfScripts =
          (Run.CLIENTS.size() + rounds) * Dataset.applicationsFilledIn(seconds, identities);
      int spareOfCalls = Dataset.applicationsFilledIn(warmUp + rounds * (seconds + 1), identities);
      Dataset dataset = new Dataset(identities, spareOfScripts + spareOfCalls);
      Stage stage = Stage.open(resources, settings, dataset);
      Facts.collect(settings, stage, findings);
      Starts.measure(settings, stage, findings);
      List<Scenario> scenarios =
          scenarios(stage, Dataset.HOMES + spareOfScripts).stream()
              .filter(scenario -> settings.includes(scenario.name()))
              .toList();
      if (scenarios.isEmpty()) {
        throw new IllegalStateException("there is no call of the name " + only);
      }
      new Run(settings, stage, scenarios, findings).measure();
      Facts.collectMemory(stage, findings);
    } finally {
      resources.close();
    }
    write(findings);
    return findings.hasFailures() ? 1 : 0;
  }

  private static List<Scenario> scenarios(Stage stage, int firstSpare) {
    Dataset dataset = stage.dataset();
    Pages pages = Pages.walk(stage.toDenizen().identities());
    return Stream.of(
            Scenario.of(
                IdentityCalls.create(),
                Script.CREATE_TWO_ROWS,
                Script.CREATE_THREE_ROWS,
                Script.CREATE_TWO_ROW_TRANSACTION,
                Script.CREATE_THREE_ROW_TRANSACTION),
            Scenario.of(IdentityCalls.get(dataset), Script.GET),
            Scenario.of(AccessCalls.ofAMember(dataset), Script.CHECK_ACCESS),
            Scenario.of(AccessCalls.ofAnybody(dataset), Script.CHECK_ACCESS),
            Scenario.of(IdentityCalls.lookup(dataset), Script.LOOKUP),
            Scenario.of(IdentityCalls.batchGet(dataset), Script.BATCH_GET),
            Scenario.of(Pages.first(), Script.LIST_FIRST),
            Scenario.of(pages.inTheMiddle(), Script.LIST_MIDDLE),
            Scenario.of(pages.atTheEnd(), Script.LIST_LAST),
            Scenario.of(IdentityCalls.update(dataset), Script.UPDATE),
            Scenario.of(MembershipCalls.create(dataset, firstSpare), Script.CREATE_MEMBERSHIP),
            Scenario.of(MembershipCalls.list(dataset), Script.LIST_MEMBERSHIPS),
            Scenario.of(AuditCalls.list(dataset), Script.LIST_AUDIT_EVENTS))
        .toList();
  }

  /** By the script that started this. */
  private static Path told(String what) {
    String path = System.getProperty("denizen.benchmarks." + what);
    if (path == null) {
      throw new IllegalStateException("start this with the script benchmarks/run");
    }
    return Path.of(path);
  }

  private void write(Findings findings) throws Exception {
    String report = MarkdownReport.of(findings);
    if (out == null) {
      System.out.print(report);
    } else {
      Files.writeString(out, report);
    }
    if (chart != null) {
      Files.writeString(chart, LatencyChart.of(findings.sweeps()));
    }
    if (findings.hasFailures()) {
      System.err.println("benchmarks/run: CALLS FAILED, see the beginning of the report");
    }
  }
}
