package io.denizen.grpc.membership;

/** Breaks the rule that a room does not know what puts the rooms together. */
final class SeesTheFactory {
  static final Class<?> SEEN = io.denizen.grpc.GrpcEndpoints.class;

  private SeesTheFactory() {}
}
