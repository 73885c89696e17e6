package io.denizen.application.session;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.IpAddress;
import io.denizen.domain.audit.RequestKey;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.SignInEnd;
import io.denizen.domain.session.RefreshSecret;
import io.denizen.domain.session.Revocation;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionFailure;
import io.denizen.domain.session.SessionOrigin;
import io.denizen.domain.shared.Failure;
import io.denizen.testkit.shared.Together;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SessionRefreshTest {

  private static final Failure INVALID = new SessionFailure.Invalid();

  private final Hall hall = new Hall();
  private final Identity person = hall.person();
  private final SessionGrant granted = hall.signIn(person);
  private final Session session = granted.session();
  private final RefreshSecret first = Hall.secret(granted);

  @Test
  void takesATokenForTheNext() {
    hall.watch.pass(Duration.ofDays(3));
    SessionOrigin from = new SessionOrigin(new IpAddress("192.0.2.8"), null);

    SessionGrant refreshed = answer(hall.refresh.refresh(hall.submission, first, from));

    assertThat(Hall.secret(refreshed)).isNotEqualTo(first);
    assertThat(refreshed.session().id()).isEqualTo(session.id());
    assertThat(refreshed.session().expireTime())
        .isEqualTo(session.expireTime().plus(Duration.ofDays(3)));
    assertThat(refreshed.session().origin())
        .isEqualTo(new SessionOrigin(from.ipAddress(), Hall.ORIGIN.userAgent()));
    assertThat(verified(Hall.secret(refreshed))).isEqualTo(refreshed.session());
    assertThat(hall.historyOf(session)).containsExactly("session.created", "session.refreshed");
  }

  @Test
  void leavesOneEventForEachThingThatItChanges() {
    assertThat(hall.audited(() -> hall.refresh(first)))
        .containsExactly("refresh_token.consumed", "refresh_token.created", "session.refreshed");
  }

  @Test
  void answersTheSameWithinTheGraceToOneWhoDidNotHear() {
    SessionGrant refreshed = hall.refresh(first);
    hall.watch.pass(Duration.ofSeconds(10).minusMillis(1));

    assertThat(hall.audited(() -> assertThat(hall.refresh(first)).isEqualTo(refreshed))).isEmpty();
    assertThat(verified(first)).isEqualTo(refreshed.session());
  }

  @Test
  void endsTheSessionOfATokenThatIsReused() {
    RefreshSecret second = Hall.secret(hall.refresh(first));
    hall.watch.pass(Duration.ofSeconds(10));

    List<String> events =
        hall.audited(() -> assertThat(refusal(refresh(hall.submission, first))).isEqualTo(INVALID));

    assertThat(events).containsExactly("session.reuse_detected");
    assertThat(hall.current(session).revocation())
        .isEqualTo(new Revocation(hall.watch.instant(), SignInEnd.REUSE_DETECTED));
    for (RefreshSecret token : List.of(first, second)) {
      assertThat(hall.audited(() -> assertRefused(token))).isEmpty();
    }
  }

  @Test
  void findsReuseHoweverOldTheTokenIs() {
    RefreshSecret newest = first;
    for (int i = 0; i < 20; i++) {
      hall.watch.pass(Duration.ofHours(1));
      newest = Hall.secret(hall.refresh(newest));
    }

    assertThat(refusal(refresh(hall.submission, first))).isEqualTo(INVALID);
    assertRefused(newest);
  }

  @Test
  void givesAllWhoComeAtOnceTheSameNextToken() {
    Set<RefreshSecret> next =
        Together.start(16, number -> refresh(hall.submission, first)).stream()
            .map(grant -> Hall.secret(answer(grant)))
            .collect(Collectors.toSet());

    assertThat(next).hasSize(1);
    assertThat(hall.historyOf(session)).containsExactly("session.created", "session.refreshed");
    assertThat(answer(hall.store.refreshTokens().ofSessions(List.of(session.id())))).hasSize(1);
  }

  @Test
  void takesNobodyForAThiefWhoRacedAndWasKeptWaiting() {
    AtomicReference<SessionGrant> faster = new AtomicReference<>();
    hall.journal.meanwhile(
        () -> {
          faster.set(hall.refresh(first));
          hall.watch.pass(Duration.ofMinutes(1));
        });

    assertThat(hall.refresh(first)).isEqualTo(faster.get());

    assertThat(hall.current(session).revocation()).isNull();
  }

  @Test
  void doesNotOutliveTheLongestASessionMayLast() {
    RefreshSecret token = first;
    for (int day = 0; day < 80; day += 10) {
      hall.watch.pass(Duration.ofDays(10));
      token = Hall.secret(hall.refresh(token));
    }
    assertThat(hall.current(session).expireTime())
        .isEqualTo(session.lifecycle().createTime().plus(Duration.ofDays(90)));

    hall.watch.pass(Duration.ofDays(10));

    assertRefused(token);
  }

  @Test
  void isRefusedOnceTheSessionIsOver() {
    SessionGrant idle = hall.signIn(person);
    SessionGrant revoked = hall.signIn(person);
    answer(hall.revocation.revoke(hall.submission, person.id(), revoked.session().id()));
    assertRefused(Hall.secret(revoked));
    hall.watch.pass(Duration.ofDays(14));
    assertRefused(Hall.secret(idle));
    assertRefused(RefreshSecret.random(hall.bytes));
  }

  @Test
  void isRefusedToOneWhoIsSuspendedOrDeleted() {
    Identity suspended = hall.person();
    SessionGrant one = hall.signIn(suspended);
    hall.suspended(suspended);
    assertRefused(Hall.secret(one));

    answer(hall.identities.delete(hall.submission, person.id(), null, false));
    assertRefused(first);
    answer(hall.identities.undelete(hall.submission, person.id(), null));
    assertRefused(first);
  }

  @Test
  void isNoReuseWhenARequestIsRepeatedLate() {
    RequestKey key = hall.fixtures.request();
    SessionGrant refreshed = answer(refresh(hall.withRequestId(key), first));
    hall.watch.pass(Duration.ofMinutes(5));

    SessionGrant again = answer(refresh(hall.withRequestId(key), first));

    assertThat(again).isEqualTo(new SessionGrant(refreshed.session(), null));
    assertThat(verified(Hall.secret(refreshed))).isEqualTo(refreshed.session());
  }

  @Test
  void isAnsweredTheSameWhenARequestIsRepeatedAtOnce() {
    RequestKey key = hall.fixtures.request();

    SessionGrant refreshed = answer(refresh(hall.withRequestId(key), first));

    assertThat(answer(refresh(hall.withRequestId(key), first))).isEqualTo(refreshed);
  }

  @Test
  void onlyValidatesWhereThatIsAsked() {
    Submission rehearsal = new Submission(hall.caller, null, true);

    assertThat(hall.audited(() -> assertThat(answer(refresh(rehearsal, first)).secret()).isNull()))
        .isEmpty();

    hall.refresh(first);
    hall.watch.pass(Duration.ofSeconds(5));
    assertThat(answer(refresh(rehearsal, first)).secret()).as("within the grace").isNull();
    hall.watch.pass(Duration.ofMinutes(1));
    assertThat(
            hall.audited(() -> assertThat(refusal(refresh(rehearsal, first))).isEqualTo(INVALID)))
        .isEmpty();
  }

  @Test
  void keepsTokensAndDigestsOutOfTheTrail() {
    RefreshSecret second = Hall.secret(hall.refresh(first));
    String trail = hall.events().stream().map(AuditEvent::toString).collect(Collectors.joining());

    for (RefreshSecret token : List.of(first, second)) {
      assertThat(trail).doesNotContain(token.text(), token.hash().hex());
      assertThat(token.toString() + token.hash()).doesNotContain(token.text().substring(4, 12));
    }
  }

  private void assertRefused(RefreshSecret token) {
    assertThat(refusal(refresh(hall.submission, token))).isEqualTo(INVALID);
    assertThat(refusal(hall.directory.verify(hall.caller, token))).isEqualTo(INVALID);
  }

  private Session verified(RefreshSecret token) {
    return answer(hall.directory.verify(hall.caller, token));
  }

  private CompletionStage<SessionGrant> refresh(Submission submission, RefreshSecret token) {
    return hall.refresh.refresh(submission, token, SessionOrigin.UNKNOWN);
  }
}
