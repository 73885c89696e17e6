/** The load driver: calls through the public stubs, in a closed or an open loop. */
@NullMarked
package io.denizen.benchmarks.load;

import org.jspecify.annotations.NullMarked;
