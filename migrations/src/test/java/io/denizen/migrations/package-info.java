/** What the schema promises, tried on a real PostgreSQL. */
@NullMarked
package io.denizen.migrations;

import org.jspecify.annotations.NullMarked;
