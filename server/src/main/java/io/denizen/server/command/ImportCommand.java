package io.denizen.server.command;

import io.denizen.server.StartFailure;
import io.denizen.server.importer.OrganisationImport;
import io.denizen.server.importer.ServerChannel;
import io.denizen.server.importer.Tally;
import io.denizen.server.importer.Tally.Outcome;
import io.denizen.server.logging.Logging;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code denizen import}: loads an organisation into a running server. */
@Command(
    name = "import",
    description = {
      "Bring an organisation to what a file says of it.",
      "",
      "Creates what is missing, updates what differs and leaves the rest, through the public API of a"
          + " running server. The file is newline-delimited JSON; docs/import.md describes its lines.",
      ""
    })
final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The organisation, one JSON object a line.")
  private Path file = Path.of("");

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
    long lines = countLines();
    try (ServerChannel channel = ServerChannel.open(server, actor)) {
      channel.requireServing();
      return report(load(channel, lines));
    }
  }

  private Tally load(ServerChannel channel, long lines) throws IOException, InterruptedException {
    try (ProgressBar bar = progressBar(lines);
        BufferedReader reader = Files.newBufferedReader(file)) {
      return new OrganisationImport(channel.asActor(), bar::step).run(reader);
    }
  }

  private long countLines() {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).count();
    } catch (IOException | UncheckedIOException unreadable) {
      throw new StartFailure("cannot read " + file + " as UTF-8 text", unreadable);
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
    out.println(tally.summary());
    tally.failures().forEach(err::println);
    if (tally.of(Outcome.FAILED) > 0) {
      err.println(
          "denizen: some lines failed; what succeeded stays, and the import can be repeated");
      return 1;
    }
    out.println(
        tally.of(Outcome.CREATED) + tally.of(Outcome.UPDATED) == 0
            ? "Nothing changed: the organisation already is as the file says."
            : "Done.");
    return 0;
  }
}
