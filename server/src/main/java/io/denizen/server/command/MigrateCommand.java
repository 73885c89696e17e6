package io.denizen.server.command;

import io.denizen.migrations.MigrationResult;
import io.denizen.server.database.Database;
import io.denizen.server.database.Preparation;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code denizen migrate}: for those who migrate in a step of its own, before they serve. */
@Command(
    name = "migrate",
    description = {
      "Bring a database to the current schema and say what was applied.",
      "",
      "It also makes denizen_app, the role that serves, and lets it log in.",
      ""
    })
final class MigrateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DatabaseOptions options;

  MigrateCommand(Map<String, String> environment) {
    this.options = new DatabaseOptions(environment);
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Database database = options.opening(1).get()) {
      MigrationResult result = Preparation.migrate(database);
      result.applied().forEach(changeset -> out.println("applied " + changeset));
      out.println(
          result.applied().isEmpty()
              ? "The schema is current: nothing to apply."
              : "The schema is current now: %d of %d changesets were applied."
                  .formatted(result.applied().size(), result.total()));
    }
    return 0;
  }
}
