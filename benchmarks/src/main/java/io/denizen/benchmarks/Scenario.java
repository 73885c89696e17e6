package io.denizen.benchmarks;

import io.denizen.benchmarks.load.Operation;
import io.denizen.benchmarks.pgbench.Script;
import java.util.List;

/**
 * A call and what pgbench does to compare with.
 *
 * @param scripts the first is the one that ratios are made with
 */
record Scenario(Operation<?> operation, List<Script> scripts) {

  Scenario {
    scripts = List.copyOf(scripts);
  }

  static Scenario of(Operation<?> operation, Script... scripts) {
    return new Scenario(operation, List.of(scripts));
  }

  String name() {
    return operation.name();
  }
}
