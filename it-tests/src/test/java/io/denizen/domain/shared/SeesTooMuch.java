package io.denizen.domain.shared;

import java.util.List;

/** Breaks the order of the features: sees every room that its room must not. */
final class SeesTooMuch {
  static final List<Class<?>> SEEN =
      List.of(
          io.denizen.domain.credential.Credential.class,
          io.denizen.domain.audit.AuditEvent.class,
          io.denizen.domain.identity.Identity.class,
          io.denizen.domain.membership.Membership.class,
          io.denizen.domain.session.Session.class);

  private SeesTooMuch() {}
}
