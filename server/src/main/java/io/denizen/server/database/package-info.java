/** Which database is served from and as whom, whether embedded or somebody else's. */
@NullMarked
package io.denizen.server.database;

import org.jspecify.annotations.NullMarked;
