/** Microbenchmarks of what is public; the others lie in the packages of what they measure. */
@NullMarked
package io.denizen.benchmarks.inprocess;

import org.jspecify.annotations.NullMarked;
