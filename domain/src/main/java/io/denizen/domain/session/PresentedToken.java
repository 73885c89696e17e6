package io.denizen.domain.session;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.identity.SignInEnd;
import io.denizen.domain.shared.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A token that somebody came with, and the session that it is of. Both are of an identity that is
 * live and active.
 *
 * @param token may have been consumed
 * @param session live; may have expired or been revoked
 */
public record PresentedToken(RefreshToken token, Session session) {

  /** What the token is good for. */
  public enum Standing {
    /** It is the family's newest. */
    CURRENT,
    /** It has just been consumed: whoever comes with it did not hear of the next. */
    REPEATED,
    /** It was consumed some time ago, and somebody has it who should not. */
    REUSED,
    /** Its session is over. */
    OVER
  }

  public Standing standing(Duration grace, Instant now) {
    Instant consumed = token.consumeTime();
    if (session.state(now) != SessionState.ACTIVE) {
      return Standing.OVER;
    }
    if (consumed == null) {
      return Standing.CURRENT;
    }
    return now.isBefore(consumed.plus(grace)) ? Standing.REPEATED : Standing.REUSED;
  }

  /** Whether it shows that its bearer is signed in. */
  public boolean isGood(Duration grace, Instant now) {
    Standing standing = standing(grace, now);
    return standing == Standing.CURRENT || standing == Standing.REPEATED;
  }

  /**
   * Consumes the token, issues the next and puts off the end of the session.
   *
   * @param nextHash of the token that follows from this one and its salt
   */
  public Decision<Session> rotate(
      RefreshTokenId nextId,
      RefreshTokenHash nextHash,
      TokenSalt nextSalt,
      SessionOrigin from,
      SessionPolicy policy,
      Occasion occasion) {
    Change<Session> refreshed = session.refresh(from, policy, occasion);
    return new Decision<>(
        refreshed.after(),
        List.of(
            token.consume(occasion), token.next(nextId, nextHash, nextSalt, occasion), refreshed),
        List.of());
  }

  /** Ends the session, since thief and owner cannot be told apart. */
  public Decision<Session> endFamily(Occasion occasion) {
    return Decision.of(session.revoke(SignInEnd.REUSE_DETECTED, occasion));
  }
}
