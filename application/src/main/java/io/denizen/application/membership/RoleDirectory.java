package io.denizen.application.membership;

import io.denizen.application.shared.Found;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleFailure;
import io.denizen.domain.membership.RoleId;
import io.denizen.domain.membership.RoleQuery;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.util.concurrent.CompletionStage;

/**
 * Answers which roles there are. Every method is told who asks; everybody may.
 *
 * <p>Any method may complete with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public final class RoleDirectory {

  private final ApplicationContents contents;
  private final Roles roles;

  public RoleDirectory(Applications applications, Roles roles) {
    this.contents = new ApplicationContents(applications);
    this.roles = roles;
  }

  /** One role. Fails with {@link RoleFailure.NotFound}. */
  public CompletionStage<Role> get(
      Caller caller, ApplicationId applicationId, RoleId id, boolean includingDeleted) {
    return Found.or(
        includingDeleted
            ? roles.byIdIncludingDeleted(applicationId, id)
            : roles.byId(applicationId, id),
        () -> new RoleFailure.NotFound(applicationId, id));
  }

  /** Roles of one application. Fails with {@link ApplicationFailure.NotFound}. */
  public CompletionStage<Page<Role>> list(Caller caller, RoleQuery query, PageRequest page) {
    return contents.orNotFound(
        query.applicationId(), query.includingDeleted(), roles.list(query, page));
  }
}
