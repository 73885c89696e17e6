package io.denizen.server.importer.keycloak;

/**
 * A part of an export that is not what Keycloak would write; the rest of the export may be good.
 */
final class MalformedEntry extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String why;

  /**
   * Tells what is wrong, and where; holds no value of the export.
   *
   * @param path from the thing that is translated, such as {@code credentials[0].type}; may be
   *     empty
   */
  MalformedEntry(String path, String why) {
    this(path.isEmpty() ? why : path + " " + why);
  }

  private MalformedEntry(String why) {
    super(why);
    this.why = why;
  }

  String why() {
    return why;
  }
}
