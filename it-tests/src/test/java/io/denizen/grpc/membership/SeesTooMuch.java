package io.denizen.grpc.membership;

import java.util.List;

/** Breaks the order of the features: sees every room that its room must not. */
final class SeesTooMuch {
  static final List<Class<?>> SEEN =
      List.of(io.denizen.audit.v1.AuditEvent.class, io.denizen.identity.v1.Identity.class);

  private SeesTooMuch() {}
}
