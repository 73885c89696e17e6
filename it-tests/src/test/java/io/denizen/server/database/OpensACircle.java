package io.denizen.server.database;

/** Breaks the one direction of packages, together with the class that it sees. */
public final class OpensACircle {
  static final Class<?> SEEN = io.denizen.server.endpoint.ClosesTheCircle.class;

  private OpensACircle() {}
}
