package io.denizen.server;

import io.denizen.server.command.DenizenCommandLine;

/** Where a process begins. */
public final class Main {
  private Main() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String... arguments) {
    System.exit(new DenizenCommandLine(System.getenv()).run(arguments));
  }
}
