/** gRPC and nothing else, to compare with. */
@NullMarked
package io.denizen.benchmarks.echo;

import org.jspecify.annotations.NullMarked;
