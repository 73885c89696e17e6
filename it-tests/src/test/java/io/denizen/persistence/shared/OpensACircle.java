package io.denizen.persistence.shared;

/** Breaks the one direction of packages, together with the class that it sees. */
public final class OpensACircle {
  static final Class<?> SEEN = io.denizen.persistence.identity.ClosesTheCircle.class;

  private OpensACircle() {}
}
