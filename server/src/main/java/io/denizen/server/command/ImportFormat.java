package io.denizen.server.command;

/** What a file to import is written in. */
enum ImportFormat {
  /** A line for each resource, as docs/import.md describes. */
  NDJSON,

  /** What Keycloak exports. */
  KEYCLOAK
}
