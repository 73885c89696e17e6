/** What is measured while Denizen runs, and where it goes. */
@NullMarked
package io.denizen.server.telemetry;

import org.jspecify.annotations.NullMarked;
