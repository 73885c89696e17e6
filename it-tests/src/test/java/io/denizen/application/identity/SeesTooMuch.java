package io.denizen.application.identity;

import java.util.List;

/** Breaks the order of the features: sees every room that its room must not. */
final class SeesTooMuch {
  static final List<Class<?>> SEEN =
      List.of(
          io.denizen.application.credential.Passwords.class,
          io.denizen.domain.credential.Credential.class,
          io.denizen.application.membership.MembershipLifecycle.class,
          io.denizen.application.session.SessionDirectory.class,
          io.denizen.domain.session.Session.class);

  private SeesTooMuch() {}
}
