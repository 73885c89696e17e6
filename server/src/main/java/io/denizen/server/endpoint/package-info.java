/** The gRPC server: where it listens, health, reflection, and how it drains. */
@NullMarked
package io.denizen.server.endpoint;

import org.jspecify.annotations.NullMarked;
