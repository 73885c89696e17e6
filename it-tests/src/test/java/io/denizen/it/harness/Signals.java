package io.denizen.it.harness;

import java.io.IOException;

/** Signals that the JDK does not send. */
final class Signals {
  private Signals() {}

  /**
   * Signals a process and all that it has started.
   *
   * @param signal such as {@code STOP}
   */
  static void send(String signal, long pid) throws IOException {
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    kill(signal, process);
    // Once it is stopped it starts no more of them.
    for (ProcessHandle descendant : process.descendants().toList()) {
      kill(signal, descendant);
    }
  }

  /** One that has ended meanwhile needs no signal: whoever goes on first may end others. */
  private static void kill(String signal, ProcessHandle process) throws IOException {
    // The kill of the shell: that of its own may not be installed.
    String command = "kill -" + signal + " " + process.pid();
    try {
      int exit = new ProcessBuilder("sh", "-c", command).start().waitFor();
      if (exit != 0 && process.isAlive()) {
        throw new IOException(command + " ended with " + exit);
      }
    } catch (InterruptedException e) {
      throw new IOException("interrupted while signalling", e);
    }
  }
}
