/** Tests of what an import asks the server for. */
@NullMarked
package io.denizen.server.importer;

import org.jspecify.annotations.NullMarked;
