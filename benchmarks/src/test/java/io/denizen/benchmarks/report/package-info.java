/** Tests of the benchmark's report. */
@NullMarked
package io.denizen.benchmarks.report;

import org.jspecify.annotations.NullMarked;
