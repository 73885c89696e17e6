package io.denizen.application.membership;

import io.denizen.application.shared.Found;
import io.denizen.domain.audit.ResourceFailure.ParentDeleted;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamFailure;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.membership.Teams;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Failure;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes sure that all that a membership cannot be without is there. */
final class MembershipParents {

  private final Identities identities;
  private final Applications applications;
  private final Teams teams;

  MembershipParents(Identities identities, Applications applications, Teams teams) {
    this.identities = identities;
    this.applications = applications;
    this.teams = teams;
  }

  /**
   * Of one that is to be created. Fails with {@link ApplicationFailure.NotFound}, {@link
   * IdentityFailure.NotFound} or {@link TeamFailure.NotFound}.
   */
  CompletionStage<?> require(
      ApplicationId applicationId, IdentityId identityId, @Nullable TeamId teamId) {
    return require(
        applicationId,
        identityId,
        teamId,
        () -> new ApplicationFailure.NotFound(applicationId),
        () -> new IdentityFailure.NotFound(identityId),
        named -> new TeamFailure.NotFound(applicationId, named));
  }

  /** Of one that is to come back. Fails with {@link ParentDeleted}. */
  CompletionStage<?> requireLive(Membership membership) {
    ApplicationId applicationId = membership.applicationId();
    IdentityId identityId = membership.identityId();
    return require(
        applicationId,
        identityId,
        membership.teamId(),
        () -> new ParentDeleted(membership.name(), Application.name(applicationId)),
        () -> new ParentDeleted(membership.name(), Identity.name(identityId)),
        named -> new ParentDeleted(membership.name(), Team.name(applicationId, named)));
  }

  private CompletionStage<?> require(
      ApplicationId applicationId,
      IdentityId identityId,
      @Nullable TeamId teamId,
      Supplier<Failure> noApplication,
      Supplier<Failure> noIdentity,
      Function<TeamId, Failure> noTeam) {
    return Found.or(applications.byId(applicationId), noApplication)
        .thenCombine(
            Found.or(identities.byId(identityId), noIdentity),
            (application, identity) -> application)
        .thenCombine(
            Found.ifNamed(teamId, named -> teams.byId(applicationId, named), noTeam),
            (application, team) -> application);
  }
}
