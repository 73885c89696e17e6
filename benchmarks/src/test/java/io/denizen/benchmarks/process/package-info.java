/** Tests of the benchmark's process. */
@NullMarked
package io.denizen.benchmarks.process;

import org.jspecify.annotations.NullMarked;
