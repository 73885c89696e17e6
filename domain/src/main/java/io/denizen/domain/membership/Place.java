package io.denizen.domain.membership;

import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.shared.ApplicationId;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody can belong.
 *
 * @param teamId null for the application itself
 */
public record Place(ApplicationId applicationId, @Nullable TeamId teamId) {

  public static Place of(Membership membership) {
    return new Place(membership.applicationId(), membership.teamId());
  }

  public ResourceName name() {
    return teamId == null ? Application.name(applicationId) : Team.name(applicationId, teamId);
  }
}
