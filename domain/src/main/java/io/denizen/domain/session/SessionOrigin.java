package io.denizen.domain.session;

import io.denizen.domain.audit.IpAddress;
import io.denizen.domain.audit.UserAgent;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody signs in from, as the service says that they sign in to.
 *
 * @param ipAddress null if it does not say
 * @param userAgent null if it does not say
 */
public record SessionOrigin(@Nullable IpAddress ipAddress, @Nullable UserAgent userAgent) {

  public static final SessionOrigin UNKNOWN = new SessionOrigin(null, null);

  /** The newer one, where it says something. */
  SessionOrigin updatedBy(SessionOrigin newer) {
    return new SessionOrigin(
        newer.ipAddress == null ? ipAddress : newer.ipAddress,
        newer.userAgent == null ? userAgent : newer.userAgent);
  }
}
