package io.denizen.server.importer.keycloak;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role of a realm or of a client, as the export declares it.
 *
 * @param name with the client before it, if it is of one
 * @param composites the names of the roles that whoever has this one has too
 */
record DeclaredRole(
    String place, String name, @Nullable String description, List<String> composites) {

  DeclaredRole {
    composites = composites.stream().distinct().toList();
  }
}
