/** The command line: its commands, their options and the environment variables behind these. */
@NullMarked
package io.denizen.server.command;

import org.jspecify.annotations.NullMarked;
