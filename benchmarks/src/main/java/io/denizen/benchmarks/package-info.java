/** The benchmark: Denizen beside pgbench and a bare gRPC echo, in one run. */
@NullMarked
package io.denizen.benchmarks;

import org.jspecify.annotations.NullMarked;
