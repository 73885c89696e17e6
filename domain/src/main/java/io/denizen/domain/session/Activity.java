package io.denizen.domain.session;

import io.denizen.domain.identity.ExternalLoginId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Notes that somebody is there: on the session, its device, the identity and its external login.
 * Nobody waits for it and it is not audited; a note may get lost.
 */
public interface Activity {

  /** What was noted less than this ago is not noted again. */
  Duration PRECISION = Duration.ofMinutes(1);

  /**
   * Notes a sign-in.
   *
   * @param externalLogin by which the session's identity signed in; null if by none
   */
  void signedIn(Session session, @Nullable ExternalLoginId externalLogin);

  void used(Session session, Instant time);
}
