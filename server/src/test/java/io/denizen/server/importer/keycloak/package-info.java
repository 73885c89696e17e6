/** Tests of what becomes of Keycloak's exports. */
@NullMarked
package io.denizen.server.importer.keycloak;

import org.jspecify.annotations.NullMarked;
