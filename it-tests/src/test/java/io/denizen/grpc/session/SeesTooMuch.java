package io.denizen.grpc.session;

import java.util.List;

/** Breaks the order of the features: sees every room that its room must not. */
final class SeesTooMuch {
  static final List<Class<?>> SEEN =
      List.of(
          io.denizen.grpc.credential.CredentialEndpoints.class,
          io.denizen.application.credential.Passwords.class,
          io.denizen.domain.credential.Credential.class,
          io.denizen.credential.v1.Credential.class,
          io.denizen.grpc.membership.MembershipEndpoints.class,
          io.denizen.application.membership.MembershipLifecycle.class,
          io.denizen.domain.membership.Membership.class,
          io.denizen.membership.v1.Membership.class,
          io.denizen.audit.v1.AuditEvent.class,
          io.denizen.identity.v1.Identity.class);

  private SeesTooMuch() {}
}
