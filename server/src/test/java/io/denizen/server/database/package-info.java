/** Tests of the server. */
@NullMarked
package io.denizen.server.database;

import org.jspecify.annotations.NullMarked;
