package io.denizen.domain.session;

import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.Failure;
import java.util.Map;

/** Why something about a session was refused. */
public sealed interface SessionFailure extends Failure {

  /** There is no such session of the identity, or it is deleted. */
  record NotFound(IdentityId identityId, SessionId id) implements SessionFailure {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String reason() {
      return "SESSION_NOT_FOUND";
    }

    @Override
    public String message() {
      return "There is no session " + Session.name(identityId, id) + ", or it is deleted.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Session.name(identityId, id).value());
    }
  }

  /**
   * The token opens nothing: it is no token of ours or an old one, its session expired or was
   * revoked, or its identity is suspended or deleted. Whoever presents it is not told which.
   */
  record Invalid() implements SessionFailure {
    @Override
    public Kind kind() {
      return Kind.UNAUTHENTICATED;
    }

    @Override
    public String reason() {
      return "SESSION_INVALID";
    }

    @Override
    public String message() {
      return "This token opens no session. Sign in again.";
    }
  }

  /**
   * A token was presented long after it had been consumed. The use case ends its session; callers
   * see {@link Invalid}.
   */
  record Reused(PresentedToken presented) implements SessionFailure {
    @Override
    public Kind kind() {
      return Kind.UNAUTHENTICATED;
    }

    @Override
    public String reason() {
      return "SESSION_INVALID";
    }

    @Override
    public String message() {
      return new Invalid().message();
    }
  }

  /** The identity has as many open sessions as it may have. */
  record TooMany(IdentityId identityId) implements SessionFailure {
    @Override
    public Kind kind() {
      return Kind.LIMIT_REACHED;
    }

    @Override
    public String reason() {
      return "TOO_MANY_SESSIONS";
    }

    @Override
    public String message() {
      return "%s has %,d open sessions, which is the limit. Revoke some first."
          .formatted(Identity.name(identityId), SessionPolicy.MAX_OPEN);
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Identity.name(identityId).value());
    }
  }
}
