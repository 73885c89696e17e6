package io.denizen.domain.membership;

import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Failure;
import java.util.Locale;
import java.util.Map;

/** Why something about an invitation was refused. */
public sealed interface InvitationFailure extends Failure {

  /** There is no such invitation in the application, or it is deleted. */
  record NotFound(ApplicationId applicationId, InvitationId id) implements InvitationFailure {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String reason() {
      return "INVITATION_NOT_FOUND";
    }

    @Override
    public String message() {
      return "There is no invitation " + Invitation.name(applicationId, id) + ", or it is deleted.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Invitation.name(applicationId, id).value());
    }
  }

  /** The address has a pending invitation to that place. */
  record Pending() implements InvitationFailure {
    @Override
    public Kind kind() {
      return Kind.ALREADY_EXISTS;
    }

    @Override
    public String reason() {
      return "INVITATION_PENDING";
    }

    @Override
    public String message() {
      return "The address has a pending invitation there already. Resend or revoke that one.";
    }
  }

  /** It was accepted or revoked, and that is final. */
  record Settled(ApplicationId applicationId, InvitationId id, InvitationState state)
      implements InvitationFailure {
    @Override
    public Kind kind() {
      return Kind.FAILED_PRECONDITION;
    }

    @Override
    public String reason() {
      return "INVITATION_SETTLED";
    }

    @Override
    public String message() {
      return Invitation.name(applicationId, id)
          + " was "
          + state.name().toLowerCase(Locale.ROOT)
          + ". Create another one.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Invitation.name(applicationId, id).value(), "state", state.name());
    }
  }

  /**
   * The token accepts nothing: unknown, used before, expired, revoked or replaced by a newer one.
   * Callers are not told which, lest they learn about invitations of others.
   */
  record Invalid() implements InvitationFailure {
    @Override
    public Kind kind() {
      return Kind.FAILED_PRECONDITION;
    }

    @Override
    public String reason() {
      return "INVITATION_INVALID";
    }

    @Override
    public String message() {
      return "The token accepts no invitation. Ask for another one.";
    }
  }
}
