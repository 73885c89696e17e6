/** PostgreSQL's own benchmark, doing the same work. */
@NullMarked
package io.denizen.benchmarks.pgbench;

import org.jspecify.annotations.NullMarked;
