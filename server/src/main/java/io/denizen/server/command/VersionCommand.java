package io.denizen.server.command;

import io.denizen.server.Build;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code denizen version}: what to quote when asking for help. */
@Command(name = "version", description = "Say which Denizen this is, and on what it runs.")
final class VersionCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Build build = Build.current();
    PrintWriter out = spec.commandLine().getOut();
    out.println("denizen " + build.version() + " (build " + build.build() + ")");
    out.println("Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
    out.println("PostgreSQL " + build.postgresql() + " (embedded)");
    out.println(
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"));
  }
}
