/** Translates what Keycloak exports into lines of an import. */
@NullMarked
package io.denizen.server.importer.keycloak;

import org.jspecify.annotations.NullMarked;
