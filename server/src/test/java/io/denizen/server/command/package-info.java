/** Tests of the server. */
@NullMarked
package io.denizen.server.command;

import org.jspecify.annotations.NullMarked;
