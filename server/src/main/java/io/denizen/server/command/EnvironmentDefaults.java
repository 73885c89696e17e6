package io.denizen.server.command;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives every option a variable: {@code --data-dir} is {@code DENIZEN_DATA_DIR} too. */
final class EnvironmentDefaults implements IDefaultValueProvider {
  private final Map<String, String> environment;

  EnvironmentDefaults(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The variable behind an option, or null where there is none ({@code --help}). */
  static @Nullable String variable(OptionSpec option) {
    if (option.usageHelp() || option.versionHelp()) {
      return null;
    }
    String name = option.longestName().replaceFirst("^-+", "");
    return "DENIZEN_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** The variable's value; an empty one counts as not set. */
  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    String variable = argument instanceof OptionSpec option ? variable(option) : null;
    String value = variable == null ? null : environment.get(variable);
    return value == null || value.isEmpty() ? argument.defaultValue() : value;
  }
}
