package io.denizen.application.membership;

import io.denizen.application.shared.Found;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.membership.Invitation;
import io.denizen.domain.membership.InvitationFailure;
import io.denizen.domain.membership.InvitationId;
import io.denizen.domain.membership.InvitationQuery;
import io.denizen.domain.membership.Invitations;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.util.concurrent.CompletionStage;

/**
 * Answers who is invited where. Every method is told who asks; until there are permissions to
 * check, everybody may.
 *
 * <p>Any method may complete with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public final class InvitationDirectory {

  private final ApplicationContents contents;
  private final Invitations invitations;

  public InvitationDirectory(Applications applications, Invitations invitations) {
    this.contents = new ApplicationContents(applications);
    this.invitations = invitations;
  }

  /** One invitation. Fails with {@link InvitationFailure.NotFound}. */
  public CompletionStage<Invitation> get(
      Caller caller, ApplicationId applicationId, InvitationId id, boolean includingDeleted) {
    return Found.or(
        includingDeleted
            ? invitations.byIdIncludingDeleted(applicationId, id)
            : invitations.byId(applicationId, id),
        () -> new InvitationFailure.NotFound(applicationId, id));
  }

  /** Invitations of one application. Fails with {@link ApplicationFailure.NotFound}. */
  public CompletionStage<Page<Invitation>> list(
      Caller caller, InvitationQuery query, PageRequest page) {
    return contents.orNotFound(
        query.applicationId(), query.includingDeleted(), invitations.list(query, page));
  }
}
