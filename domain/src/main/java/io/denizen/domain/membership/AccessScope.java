package io.denizen.domain.membership;

import io.denizen.domain.shared.ApplicationId;
import org.jspecify.annotations.Nullable;

/**
 * Where something is to be done.
 *
 * @param teamId a team of the application; null for the application as a whole
 */
public record AccessScope(ApplicationId applicationId, @Nullable TeamId teamId) {

  public static AccessScope of(ApplicationId applicationId) {
    return new AccessScope(applicationId, null);
  }
}
