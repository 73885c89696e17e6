package io.denizen.server.command;

import java.util.Arrays;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.IHelpFactory;
import picocli.CommandLine.Model.CommandSpec;

/** Names the variable below each option that has one. */
final class EnvironmentHelp implements IHelpFactory {

  @Override
  public Help create(CommandSpec command, Help.ColorScheme colors) {
    return new Help(command, colors) {
      @Override
      public IOptionRenderer createDefaultOptionRenderer() {
        IOptionRenderer standard = super.createDefaultOptionRenderer();
        return (option, labels, scheme) -> {
          Text[][] rows = standard.render(option, labels, scheme);
          String variable = EnvironmentDefaults.variable(option);
          return variable == null ? rows : with(rows, scheme.text("or " + variable));
        };
      }
    };
  }

  private static Text[][] with(Text[][] rows, Text description) {
    Text[][] more = Arrays.copyOf(rows, rows.length + 1);
    Text[] last = rows[0].clone();
    Arrays.fill(last, Help.Ansi.OFF.new Text(0));
    last[last.length - 1] = description;
    more[rows.length] = last;
    return more;
  }
}
