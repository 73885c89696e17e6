package io.denizen.application.membership;

import io.denizen.application.shared.Found;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.ApplicationQuery;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.util.concurrent.CompletionStage;

/**
 * Answers which applications there are. Every method is told who asks; until there are permissions
 * to check, everybody may.
 *
 * <p>Any method may complete with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public final class ApplicationDirectory {

  private final Applications applications;

  public ApplicationDirectory(Applications applications) {
    this.applications = applications;
  }

  /** One application. Fails with {@link ApplicationFailure.NotFound}. */
  public CompletionStage<Application> get(
      Caller caller, ApplicationId id, boolean includingDeleted) {
    return Found.or(
        includingDeleted ? applications.byIdIncludingDeleted(id) : applications.byId(id),
        () -> new ApplicationFailure.NotFound(id));
  }

  public CompletionStage<Page<Application>> list(
      Caller caller, ApplicationQuery query, PageRequest page) {
    return applications.list(query, page);
  }
}
