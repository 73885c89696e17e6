/** The calls that are measured. */
@NullMarked
package io.denizen.benchmarks.operation;

import org.jspecify.annotations.NullMarked;
