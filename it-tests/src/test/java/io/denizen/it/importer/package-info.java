/** Loading an organisation through the public API. */
@NullMarked
package io.denizen.it.importer;

import org.jspecify.annotations.NullMarked;
