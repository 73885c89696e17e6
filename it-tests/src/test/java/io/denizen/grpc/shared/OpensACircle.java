package io.denizen.grpc.shared;

/** Breaks the one direction of packages, together with the class that it sees. */
public final class OpensACircle {
  static final Class<?> SEEN = io.denizen.grpc.identity.ClosesTheCircle.class;

  private OpensACircle() {}
}
