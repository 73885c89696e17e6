package io.denizen.domain.identity;

/** Breaks the one direction of packages, together with the class that it sees. */
public final class ClosesTheCircle {
  static final Class<?> SEEN = io.denizen.domain.shared.OpensACircle.class;

  private ClosesTheCircle() {}
}
