package io.denizen.domain.session;

import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.Failure;

/** Why something about a session was refused. */
public sealed interface SessionFailure extends Failure {

  /** There is no such session of the identity, or it is deleted. */
  record NotFound(IdentityId identityId, SessionId id) implements SessionFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.NOT_FOUND,
              "SESSION_NOT_FOUND",
              "There is no session " + Session.name(identityId, id) + ", or it is deleted.")
          .with("resource", Session.name(identityId, id));
    }
  }

  /** The session that was to stay when all others end is not open, or not there. */
  record NotOpen(IdentityId identityId, SessionId id) implements SessionFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.NOT_FOUND,
              "SESSION_NOT_FOUND",
              "There is no open session " + Session.name(identityId, id) + ".")
          .with("resource", Session.name(identityId, id))
          .with("field", "kept_session");
    }
  }

  /**
   * The token opens nothing: it is no token of ours or an old one, its session expired or was
   * revoked, or its identity is suspended or deleted. Whoever presents it is not told which.
   */
  record Invalid() implements SessionFailure {
    @Override
    public Details details() {
      return Details.of(
          Kind.UNAUTHENTICATED, "SESSION_INVALID", "This token opens no session. Sign in again.");
    }
  }

  /**
   * A token was presented long after it had been consumed. The use case ends its session; callers
   * see {@link Invalid}.
   */
  record Reused(PresentedToken presented) implements SessionFailure {
    @Override
    public Details details() {
      return Details.of(Kind.UNAUTHENTICATED, "SESSION_INVALID", new Invalid().message());
    }
  }

  /** The identity has as many sessions as it may have, open or with those that have ended. */
  record TooMany(IdentityId identityId) implements SessionFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.LIMIT_REACHED,
              "TOO_MANY_SESSIONS",
              "%s has %,d open sessions, or %,d with those that ended a short while ago; more it cannot have."
                  .formatted(
                      Identity.name(identityId), SessionPolicy.MAX_OPEN, SessionPolicy.MAX_LIVE))
          .with("resource", Identity.name(identityId));
    }
  }
}
