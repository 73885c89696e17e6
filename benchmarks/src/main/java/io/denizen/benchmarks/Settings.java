package io.denizen.benchmarks;

import java.nio.file.Path;
import java.util.Set;

/**
 * How to measure.
 *
 * @param seconds of each measurement
 * @param warmUp seconds, for all operations together
 * @param only names of operations; empty for all
 * @param launcher the script that starts Denizen
 * @param pgbench the program
 * @param work where files go
 */
record Settings(
    long identities,
    int seconds,
    int rounds,
    int inFlight,
    int warmUp,
    Set<String> only,
    Path launcher,
    Path pgbench,
    Path work) {

  Settings {
    only = Set.copyOf(only);
  }

  boolean includes(String operation) {
    return only.isEmpty() || only.stream().anyMatch(name -> operation.startsWith(name));
  }
}
