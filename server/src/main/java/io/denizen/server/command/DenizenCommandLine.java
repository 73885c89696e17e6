package io.denizen.server.command;

import io.denizen.server.StartFailure;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Puts the commands together: variables behind options, and one line for whatever goes wrong.
 *
 * <p>Exit codes: 0 all went well, 1 the command failed, 2 it was called wrongly.
 */
public final class DenizenCommandLine {
  private static final String PREFIX = "DENIZEN_";

  /** Read by the launcher, not by a command. */
  private static final Set<String> LAUNCHER =
      Set.of("DENIZEN_JAVA_OPTS", "DENIZEN_JAVA_HOME", "DENIZEN_AOT");

  private final DenizenCommand top = new DenizenCommand();
  private final Map<String, String> environment;
  private final CommandLine commandLine;

  /** Builds every command; none reads the environment but through the map given. */
  public DenizenCommandLine(Map<String, String> environment) {
    this.environment = environment;
    this.commandLine = new CommandLine(top);
    List.of(
            new ServeCommand(environment),
            new ImportCommand(),
            new MigrateCommand(environment),
            new VersionCommand())
        .forEach(commandLine::addSubcommand);
    commandLine
        .setDefaultValueProvider(new EnvironmentDefaults(environment))
        .setHelpFactory(new EnvironmentHelp())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setAbbreviatedOptionsAllowed(false)
        .setExecutionStrategy(this::execute)
        .setParameterExceptionHandler((wrong, arguments) -> refuse(wrong))
        .setExecutionExceptionHandler((failure, command, parsed) -> fail(failure, command));
  }

  /** Runs what the arguments say and returns the exit code. */
  public int run(String... arguments) {
    return commandLine.execute(arguments);
  }

  /** Where answers and complaints go; standard output and standard error unless said otherwise. */
  DenizenCommandLine printingTo(PrintWriter out, PrintWriter err) {
    commandLine.setOut(out).setErr(err);
    return this;
  }

  private int execute(ParseResult parsed) {
    top.configureLogging();
    warnOfUnknownVariables();
    return new RunLast().execute(parsed);
  }

  private int refuse(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    String message = firstLine(String.valueOf(wrong.getMessage()));
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      message += "; did you mean " + unmatched.getSuggestions().getFirst() + "?";
    }
    if (wrong.getArgSpec() instanceof OptionSpec option && fromEnvironment(option, command)) {
      message += " (from " + EnvironmentDefaults.variable(option) + ")";
    }
    err.println(
        "denizen: " + message + "; see " + command.getCommandSpec().qualifiedName() + " --help");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private boolean fromEnvironment(OptionSpec option, CommandLine command) {
    String variable = EnvironmentDefaults.variable(option);
    ParseResult parsed = command.getParseResult();
    return variable != null
        && environment.containsKey(variable)
        && (parsed == null || !parsed.hasMatchedOption(option.longestName()));
  }

  private int fail(Exception failure, CommandLine command) {
    boolean expected = failure instanceof StartFailure;
    String message = expected ? String.valueOf(failure.getMessage()) : "failed: " + failure;
    command.getErr().println("denizen: " + firstLine(message));
    Logger log = LoggerFactory.getLogger(DenizenCommandLine.class);
    if (!expected && !top.debug()) {
      command.getErr().println("denizen: DENIZEN_LOG_LEVEL=debug shows where");
    }
    log.debug("The command failed", failure);
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  /** A mistyped variable would otherwise be silently without effect. */
  private void warnOfUnknownVariables() {
    Set<String> unknown = new TreeSet<>(environment.keySet());
    unknown.removeIf(name -> !name.startsWith(PREFIX));
    unknown.removeAll(LAUNCHER);
    unknown.removeAll(DatabaseOptions.SECRETS);
    commandLine.getSubcommands().values().stream()
        .flatMap(command -> command.getCommandSpec().options().stream())
        .forEach(option -> unknown.remove(String.valueOf(EnvironmentDefaults.variable(option))));
    if (!unknown.isEmpty()) {
      LoggerFactory.getLogger(DenizenCommandLine.class)
          .warn("Variables without a meaning are set: {}", String.join(", ", unknown));
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
