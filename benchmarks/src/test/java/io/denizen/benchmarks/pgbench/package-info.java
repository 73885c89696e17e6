/** Tests of the benchmark's pgbench. */
@NullMarked
package io.denizen.benchmarks.pgbench;

import org.jspecify.annotations.NullMarked;
