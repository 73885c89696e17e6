/** Log output: human on a terminal, JSON otherwise. */
@NullMarked
package io.denizen.server.logging;

import org.jspecify.annotations.NullMarked;
