package io.denizen.application.shared;

/** Breaks the one direction of packages, together with the class that it sees. */
public final class OpensACircle {
  static final Class<?> SEEN = io.denizen.application.identity.ClosesTheCircle.class;

  private OpensACircle() {}
}
