package io.denizen.server.endpoint;

/** Breaks the one direction of packages, together with the class that it sees. */
public final class ClosesTheCircle {
  static final Class<?> SEEN = io.denizen.server.database.OpensACircle.class;

  private ClosesTheCircle() {}
}
