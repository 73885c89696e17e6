package io.denizen.application.membership;

import io.denizen.domain.membership.Invitation;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleFailure;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.shared.ApplicationId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Makes sure that roles are there before somebody is given them. */
final class GivenRoles {

  private final Roles roles;

  GivenRoles(Roles roles) {
    this.roles = roles;
  }

  /**
   * The roles. Fails with {@link RoleFailure.Unknown} if the application does not have one of the
   * roles.
   *
   * @param field where they were named; null if not in the request
   */
  CompletionStage<List<Role>> require(
      @Nullable String field, ApplicationId applicationId, RoleSlugs given) {
    if (given.slugs().isEmpty()) {
      return CompletableFuture.completedStage(List.of());
    }
    return roles
        .bySlugs(applicationId, given.slugs())
        .thenApply(
            found -> {
              RoleFailure.requireKnown(field, applicationId, given.slugs(), found);
              return found;
            });
  }

  /** The roles of an invitation, with the same failure. */
  CompletionStage<List<Role>> requireOf(Invitation invitation) {
    return require(null, invitation.applicationId(), invitation.details().roles());
  }
}
