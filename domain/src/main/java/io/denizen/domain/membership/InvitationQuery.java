package io.denizen.domain.membership;

import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Which invitations of an application, by id, which is UUIDv7 and so increases with the time of
 * creation. What is null does not restrict.
 *
 * @param applicationId those to the application's teams too
 * @param teamId only those to the team itself, not to the teams inside it
 * @param email whatever its case
 */
public record InvitationQuery(
    ApplicationId applicationId,
    @Nullable TeamId teamId,
    @Nullable EmailAddress email,
    @Nullable InvitationState state,
    boolean descending,
    boolean includingDeleted) {

  /** All live invitations, oldest first. */
  public static InvitationQuery of(ApplicationId applicationId) {
    return new InvitationQuery(applicationId, null, null, null, false, false);
  }

  public static Cursor cursor(Invitation invitation) {
    return Cursor.at(invitation.id());
  }
}
