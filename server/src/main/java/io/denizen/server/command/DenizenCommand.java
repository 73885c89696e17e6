package io.denizen.server.command;

import io.denizen.server.logging.Logging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code denizen} itself: it holds what all commands share and does nothing alone. */
@Command(
    name = "denizen",
    description = "The system of record for who someone is, where they belong, and what was done.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = false)
final class DenizenCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this and exit.")
  @SuppressWarnings("UnusedVariable") // picocli looks at the parsed option, not at the field
  private boolean help;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      defaultValue = "auto",
      scope = ScopeType.INHERIT,
      description = "How log lines look: auto (human on a terminal, JSON otherwise), human, json.")
  private Logging.Format logFormat = Logging.Format.AUTO;

  @Option(
      names = "--log-level",
      paramLabel = "LEVEL",
      defaultValue = "info",
      scope = ScopeType.INHERIT,
      description =
          "What is logged: error, warn, info, debug, trace. From debug on, log lines may hold"
              + " personal values.")
  private Logging.Verbosity logLevel = Logging.Verbosity.INFO;

  void configureLogging() {
    Logging.configure(logFormat, logLevel);
  }

  boolean debug() {
    return logLevel.compareTo(Logging.Verbosity.DEBUG) >= 0;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
