package io.denizen.it.harness;

/** Resource names (AIP-122). */
public final class Names {
  private Names() {}

  /** The last part of a name, which is the primary key of its row. */
  public static String id(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
