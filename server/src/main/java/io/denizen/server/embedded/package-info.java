/** PostgreSQL started by Denizen itself, on a data directory of the user's. */
@NullMarked
package io.denizen.server.embedded;

import org.jspecify.annotations.NullMarked;
