/** What every end-to-end test stands on: a PostgreSQL, a Denizen on it, and callers. */
@NullMarked
package io.denizen.it.harness;

import org.jspecify.annotations.NullMarked;
