/** What was measured, for people to read. */
@NullMarked
package io.denizen.benchmarks.report;

import org.jspecify.annotations.NullMarked;
