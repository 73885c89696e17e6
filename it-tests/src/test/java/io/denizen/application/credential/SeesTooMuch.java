package io.denizen.application.credential;

import java.util.List;

/** Breaks the order of the features: sees every room that its room must not. */
final class SeesTooMuch {
  static final List<Class<?>> SEEN =
      List.of(
          io.denizen.application.session.SessionDirectory.class,
          io.denizen.domain.session.Session.class,
          io.denizen.application.membership.MembershipLifecycle.class,
          io.denizen.domain.membership.Membership.class);

  private SeesTooMuch() {}
}
