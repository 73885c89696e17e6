package io.denizen.it.harness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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
    kill(signal, List.of(process));
    // Once it is stopped it starts no more of them.
    kill(signal, process.descendants().toList());
  }

  private static void kill(String signal, List<ProcessHandle> processes) throws IOException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
    processes.forEach(process -> command.add(Long.toString(process.pid())));
    try {
      int exit = new ProcessBuilder(command).start().waitFor();
      if (exit != 0) {
        throw new IOException(command + " ended with " + exit);
      }
    } catch (InterruptedException e) {
      throw new IOException("interrupted while signalling", e);
    }
  }
}
