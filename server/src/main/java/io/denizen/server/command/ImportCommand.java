package io.denizen.server.command;

import io.denizen.server.StartFailure;
import io.denizen.server.importer.OrganisationImport;
import io.denizen.server.importer.ServerChannel;
import io.denizen.server.importer.Tally;
import io.denizen.server.importer.Tally.Outcome;
import io.denizen.server.importer.keycloak.KeycloakExport;
import io.denizen.server.logging.Logging;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code denizen import}: loads an organisation into a running server. */
@Command(
    name = "import",
    description = {
      "Bring an organisation to what a file says of it.",
      "",
      "Creates what is missing, updates what differs and leaves the rest, through the public API of a"
          + " running server. A file is newline-delimited JSON, or what Keycloak has exported: a realm, or"
          + " several files that belong together; docs/import.md says what becomes of it.",
      ""
    })
final class ImportCommand implements Callable<Integer> {
  private static final long UNKNOWN = -1;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "The organisation. Several only of Keycloak: a realm's file and those of its users.")
  private List<Path> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "ndjson",
      description = "What the file is, ndjson or keycloak (default: ${DEFAULT-VALUE}).")
  private ImportFormat format = ImportFormat.NDJSON;

  @Option(
      names = "--dry-run",
      description = "Reads and validates everything, and says what would be done; writes nothing.")
  private boolean dryRun;

  @Option(
      names = "--server",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:9090",
      description = "The server to load it into (default: ${DEFAULT-VALUE}).")
  private String server = "";

  @Option(
      names = "--actor",
      paramLabel = "NAME",
      defaultValue = "services/importer",
      description = "Who the audit trail says did it (default: ${DEFAULT-VALUE}).")
  private String actor = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (format == ImportFormat.NDJSON && files.size() > 1) {
      throw new ParameterException(spec.commandLine(), "only one FILE can be of format ndjson");
    }
    OptionalLong lines = countLines();
    try (ServerChannel channel = ServerChannel.open(server, actor)) {
      channel.requireServing();
      return report(load(channel, lines));
    }
  }

  private Tally load(ServerChannel channel, OptionalLong lines)
      throws IOException, InterruptedException {
    try (ProgressBar bar = progressBar(lines.orElse(UNKNOWN))) {
      OrganisationImport run =
          dryRun
              ? OrganisationImport.rehearsed(channel.asActor(), bar::step)
              : new OrganisationImport(channel.asActor(), bar::step);
      if (format == ImportFormat.KEYCLOAK) {
        return run.run(new KeycloakExport(files));
      }
      try (BufferedReader reader = Files.newBufferedReader(files.getFirst())) {
        return run.run(reader);
      }
    }
  }

  /** How many there will be; how many are in an export shows only while it is translated. */
  private OptionalLong countLines() {
    if (format == ImportFormat.KEYCLOAK) {
      return OptionalLong.empty();
    }
    try (Stream<String> lines = Files.lines(files.getFirst())) {
      return OptionalLong.of(lines.filter(line -> !line.isBlank()).count());
    } catch (IOException | UncheckedIOException unreadable) {
      throw new StartFailure("cannot read " + files.getFirst() + " as UTF-8 text", unreadable);
    }
  }

  /** Drawn on a terminal only; a log file has no use for it. */
  private ProgressBar progressBar(long lines) {
    boolean terminal = Boolean.getBoolean(Logging.TERMINAL_PROPERTY);
    return new ProgressBarBuilder()
        .setTaskName("import")
        .setInitialMax(lines)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(terminal ? 200 : Integer.MAX_VALUE)
        .setConsumer(
            terminal
                ? new ConsoleProgressBarConsumer(System.err)
                : new DelegatingProgressBarConsumer(text -> {}))
        .build();
  }

  private int report(Tally tally) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (dryRun) {
      out.println("A dry run: this is what would become of it, and nothing is written.");
    }
    out.println(tally.summary());
    if (!tally.leftOutLines().isEmpty()) {
      out.println("Without a counterpart, and so left out:");
      tally.leftOutLines().forEach(out::println);
    }
    tally.failures().forEach(err::println);
    if (tally.of(Outcome.FAILED) > 0) {
      err.println(
          dryRun
              ? "denizen: some of it would fail"
              : "denizen: some of it failed; what succeeded stays, and the import can be repeated");
      return 1;
    }
    if (tally.of(Outcome.CREATED) + tally.of(Outcome.UPDATED) == 0) {
      out.println("Nothing changed: the organisation already is as the file says.");
    } else {
      out.println(dryRun ? "All of it would succeed." : "Done.");
    }
    return 0;
  }
}
