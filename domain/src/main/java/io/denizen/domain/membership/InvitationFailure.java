package io.denizen.domain.membership;

import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Failure;
import java.util.Locale;

/** Why something about an invitation was refused. */
public sealed interface InvitationFailure extends Failure {

  /** There is no such invitation in the application, or it is deleted. */
  record NotFound(ApplicationId applicationId, InvitationId id) implements InvitationFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.NOT_FOUND,
              "INVITATION_NOT_FOUND",
              "There is no invitation "
                  + Invitation.name(applicationId, id)
                  + ", or it is deleted.")
          .with("resource", Invitation.name(applicationId, id));
    }
  }

  /** The address has a pending invitation to that place. */
  record Pending() implements InvitationFailure {
    @Override
    public Details details() {
      return Details.of(
          Kind.ALREADY_EXISTS,
          "INVITATION_PENDING",
          "The address has a pending invitation there already. Resend or revoke that one.");
    }
  }

  /** It was accepted or revoked, and that is final. */
  record Settled(ApplicationId applicationId, InvitationId id, InvitationState state)
      implements InvitationFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.FAILED_PRECONDITION,
              "INVITATION_SETTLED",
              Invitation.name(applicationId, id)
                  + " was "
                  + state.name().toLowerCase(Locale.ROOT)
                  + ". Create another one.")
          .with("resource", Invitation.name(applicationId, id))
          .with("state", state.name());
    }
  }

  /**
   * The token accepts nothing: unknown, used before, expired, revoked or replaced by a newer one.
   * Callers are not told which, lest they learn about invitations of others.
   */
  record Invalid() implements InvitationFailure {
    @Override
    public Details details() {
      return Details.of(
          Kind.FAILED_PRECONDITION,
          "INVITATION_INVALID",
          "The token accepts no invitation. Ask for another one.");
    }
  }
}
