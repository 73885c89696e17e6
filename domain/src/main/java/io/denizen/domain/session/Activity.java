package io.denizen.domain.session;

import java.time.Duration;
import java.time.Instant;

/**
 * Notes that somebody is there: on the session, on its device, and on the identity. Nobody waits
 * for it and it is not audited; a note may get lost.
 */
public interface Activity {

  /** What was noted less than this ago is not noted again. */
  Duration PRECISION = Duration.ofMinutes(1);

  void signedIn(Session session);

  void used(Session session, Instant time);
}
