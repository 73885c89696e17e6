/** Tests of the server. */
@NullMarked
package io.denizen.server.telemetry;

import org.jspecify.annotations.NullMarked;
