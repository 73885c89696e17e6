package io.denizen.application.membership;

import io.denizen.application.shared.Found;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamFailure;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.membership.TeamQuery;
import io.denizen.domain.membership.Teams;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.util.concurrent.CompletionStage;

/**
 * Answers which teams there are. Every method is told who asks; until there are permissions to
 * check, everybody may.
 *
 * <p>Any method may complete with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public final class TeamDirectory {

  private final ApplicationContents contents;
  private final Teams teams;

  public TeamDirectory(Applications applications, Teams teams) {
    this.contents = new ApplicationContents(applications);
    this.teams = teams;
  }

  /** One team. Fails with {@link TeamFailure.NotFound}. */
  public CompletionStage<Team> get(
      Caller caller, ApplicationId applicationId, TeamId id, boolean includingDeleted) {
    return Found.or(
        includingDeleted
            ? teams.byIdIncludingDeleted(applicationId, id)
            : teams.byId(applicationId, id),
        () -> new TeamFailure.NotFound(applicationId, id));
  }

  /** Teams of one application. Fails with {@link ApplicationFailure.NotFound}. */
  public CompletionStage<Page<Team>> list(Caller caller, TeamQuery query, PageRequest page) {
    return contents.orNotFound(
        query.applicationId(), query.includingDeleted(), teams.list(query, page));
  }
}
