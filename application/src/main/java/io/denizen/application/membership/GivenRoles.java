package io.denizen.application.membership;

import io.denizen.domain.membership.Invitation;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleFailure;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.shared.ApplicationId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
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
   * @param field where they were named
   */
  CompletionStage<List<Role>> require(String field, ApplicationId applicationId, RoleSlugs given) {
    return require(field, applicationId, given, role -> true);
  }

  /**
   * The roles of an invitation. Fails with {@link RoleFailure.Unknown} if the application does not
   * have one of them any more. A role that was made after the invitation is not the one that was
   * meant, though it has the same slug: it may permit anything.
   */
  CompletionStage<List<Role>> requireOf(Invitation invitation) {
    Instant sent = invitation.lifecycle().createTime();
    return require(
        null,
        invitation.applicationId(),
        invitation.details().roles(),
        role -> !role.lifecycle().createTime().isAfter(sent));
  }

  private CompletionStage<List<Role>> require(
      @Nullable String field,
      ApplicationId applicationId,
      RoleSlugs given,
      Predicate<Role> isMeant) {
    if (given.slugs().isEmpty()) {
      return CompletableFuture.completedStage(List.of());
    }
    return roles
        .bySlugs(applicationId, given.slugs())
        .thenApply(found -> found.stream().filter(isMeant).toList())
        .thenApply(
            found -> {
              RoleFailure.requireKnown(field, applicationId, given.slugs(), found);
              return found;
            });
  }
}
