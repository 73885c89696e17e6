/** Tests of the benchmark's load. */
@NullMarked
package io.denizen.benchmarks.load;

import org.jspecify.annotations.NullMarked;
