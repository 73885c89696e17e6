/** Loads an organisation from a file through the public API. */
@NullMarked
package io.denizen.server.importer;

import org.jspecify.annotations.NullMarked;
