package io.denizen.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.IpAddress;
import io.denizen.domain.audit.UserAgent;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.SignInEnd;
import io.denizen.domain.shared.Images;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Occasions;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionTest {

  private static final IdentityId PERSON = new IdentityId(new UUID(7, 1));
  private static final Instant START = Occasions.FIRST.time();
  private static final SessionPolicy POLICY =
      new SessionPolicy(Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofSeconds(10));

  private final Session session =
      Session.open(
              new SessionId(new UUID(7, 2)),
              PERSON,
              new DeviceId(new UUID(7, 3)),
              new SessionOrigin(new IpAddress("192.0.2.1"), new UserAgent("Browser/1")),
              POLICY,
              Occasions.FIRST)
          .after();

  @Test
  void isActiveUntilItExpires() {
    Instant end = START.plus(Duration.ofMinutes(5));

    assertThat(session.expireTime()).isEqualTo(end);
    assertThat(session.state(end.minusNanos(1))).isEqualTo(SessionState.ACTIVE);
    assertThat(session.state(end)).isEqualTo(SessionState.EXPIRED);
  }

  @Test
  void isRevokedWhateverTheTime() {
    Session revoked = session.revoke(SignInEnd.REQUESTED, Occasions.SECOND).after();

    assertThat(revoked.state(START)).isEqualTo(SessionState.REVOKED);
    assertThat(revoked.state(revoked.expireTime())).isEqualTo(SessionState.REVOKED);
    assertThat(revoked.revocation())
        .isEqualTo(new Revocation(Occasions.SECOND.time(), SignInEnd.REQUESTED));
  }

  @Test
  void saysInItsActionWhenSomebodyShouldLookIntoIt() {
    assertThat(session.revoke(SignInEnd.REUSE_DETECTED, Occasions.SECOND).action())
        .hasToString("session.reuse_detected");
    assertThat(session.revoke(SignInEnd.IDENTITY_SUSPENDED, Occasions.SECOND).action())
        .hasToString("session.revoked");
  }

  @Test
  void isPutOffByARefreshAndKeepsWhatIsNotSaidAnew() {
    SessionOrigin from = new SessionOrigin(null, new UserAgent("Browser/2"));
    Change<Session> refresh = session.refresh(from, POLICY, Occasions.SECOND);

    assertThat(refresh.action()).hasToString("session.refreshed");
    assertThat(refresh.after().expireTime())
        .isEqualTo(Occasions.SECOND.time().plus(Duration.ofMinutes(5)));
    assertThat(refresh.after().origin())
        .isEqualTo(new SessionOrigin(new IpAddress("192.0.2.1"), new UserAgent("Browser/2")));
    assertThat(Images.differing(session.image(), refresh.after().image()))
        .containsExactlyInAnyOrder(
            "user_agent", "last_active_time", "expire_time", "update_time", "version");
  }

  @Test
  void saysWhyItIsDeletedUnlessItHasEndedBefore() {
    Session revoked = session.revoke(SignInEnd.REQUESTED, Occasions.SECOND).after();

    assertThat(reason(session.delete(Occasions.SECOND).after()))
        .isEqualTo(SignInEnd.IDENTITY_DELETED);
    assertThat(reason(revoked.delete(Occasions.THIRD).after())).isEqualTo(SignInEnd.REQUESTED);
    assertThat(session.sweep(Occasions.SECOND).after().revocation()).isNull();
    assertThatThrownBy(() -> session.undelete(Occasions.THIRD))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void isTheSameAfterItWasAnImage() {
    Session bare =
        Session.open(session.id(), PERSON, null, SessionOrigin.UNKNOWN, POLICY, Occasions.FIRST)
            .after();
    Session deleted = session.delete(Occasions.SECOND).after();

    for (Session any : new Session[] {bare, session, deleted}) {
      assertThat(Session.fromImage(any.image())).isEqualTo(any);
    }
  }

  @Test
  void isOpenedByATokenUntilThatIsConsumedAndSomeTimeAfter() {
    Occasion later = Occasions.SECOND;
    Duration grace = POLICY.grace();
    RefreshToken token =
        RefreshToken.issue(
                new RefreshTokenId(new UUID(7, 4)),
                session,
                new RefreshTokenHash("00".repeat(32)),
                new TokenSalt("00".repeat(32)),
                Occasions.FIRST)
            .after();
    PresentedToken current = new PresentedToken(token, session);
    PresentedToken consumed = new PresentedToken(token.consume(later).after(), session);
    Instant end = later.time().plus(grace);

    assertThat(current.standing(grace, later.time())).isEqualTo(PresentedToken.Standing.CURRENT);
    assertThat(consumed.standing(grace, end.minusNanos(1)))
        .isEqualTo(PresentedToken.Standing.REPEATED);
    assertThat(consumed.isGood(grace, end.minusNanos(1))).isTrue();
    assertThat(consumed.standing(grace, end)).isEqualTo(PresentedToken.Standing.REUSED);
    assertThat(consumed.isGood(grace, end)).isFalse();
    assertThat(consumed.standing(Duration.ZERO, later.time()))
        .isEqualTo(PresentedToken.Standing.REUSED);
    assertThat(consumed.standing(grace, session.expireTime()))
        .isEqualTo(PresentedToken.Standing.OVER);
    assertThat(token.image().fields()).doesNotContainKeys("hash", "salt", "token_hash");
  }

  private static SignInEnd reason(Session ended) {
    return Objects.requireNonNull(ended.revocation()).reason();
  }
}
