package io.denizen.persistence.identity;

/** Breaks the one direction of packages, together with the class that it sees. */
public final class ClosesTheCircle {
  static final Class<?> SEEN = io.denizen.persistence.shared.OpensACircle.class;

  private ClosesTheCircle() {}
}
