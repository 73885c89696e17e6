package io.denizen.application.membership;

import io.denizen.application.shared.Found;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipFailure;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.MembershipQuery;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.util.concurrent.CompletionStage;

/**
 * Answers who belongs where. Every method is told who asks; until there are permissions to check,
 * everybody may.
 *
 * <p>Any method may complete with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public final class MembershipDirectory {

  private final ApplicationContents contents;
  private final Memberships memberships;

  public MembershipDirectory(Applications applications, Memberships memberships) {
    this.contents = new ApplicationContents(applications);
    this.memberships = memberships;
  }

  /** One membership. Fails with {@link MembershipFailure.NotFound}. */
  public CompletionStage<Membership> get(
      Caller caller, ApplicationId applicationId, MembershipId id, boolean includingDeleted) {
    return Found.or(
        includingDeleted
            ? memberships.byIdIncludingDeleted(applicationId, id)
            : memberships.byId(applicationId, id),
        () -> new MembershipFailure.NotFound(applicationId, id));
  }

  /**
   * Memberships of one application or across all. Fails with {@link ApplicationFailure.NotFound} if
   * the query names an application that is not there.
   */
  public CompletionStage<Page<Membership>> list(
      Caller caller, MembershipQuery query, PageRequest page) {
    ApplicationId applicationId = query.applicationId();
    CompletionStage<Page<Membership>> found = memberships.list(query, page);
    return applicationId == null
        ? found
        : contents.orNotFound(applicationId, query.includingDeleted(), found);
  }
}
