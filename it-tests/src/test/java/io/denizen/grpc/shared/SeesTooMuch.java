package io.denizen.grpc.shared;

import java.util.List;

/** Breaks the order of the features: sees every room that its room must not. */
final class SeesTooMuch {
  static final List<Class<?>> SEEN =
      List.of(
          io.denizen.grpc.credential.CredentialEndpoints.class,
          io.denizen.application.credential.Passwords.class,
          io.denizen.domain.credential.Credential.class,
          io.denizen.credential.v1.Credential.class,
          io.denizen.grpc.audit.AuditEndpoints.class,
          io.denizen.grpc.identity.IdentityEndpoints.class,
          io.denizen.grpc.membership.MembershipEndpoints.class,
          io.denizen.application.audit.AuditTrail.class,
          io.denizen.application.identity.IdentityLifecycle.class,
          io.denizen.application.membership.MembershipLifecycle.class,
          io.denizen.domain.identity.Identity.class,
          io.denizen.domain.membership.Membership.class,
          io.denizen.audit.v1.AuditEvent.class,
          io.denizen.identity.v1.Identity.class,
          io.denizen.membership.v1.Membership.class,
          io.denizen.grpc.session.SessionEndpoints.class,
          io.denizen.application.session.SessionDirectory.class,
          io.denizen.domain.session.Session.class,
          io.denizen.session.v1.Session.class);

  private SeesTooMuch() {}
}
