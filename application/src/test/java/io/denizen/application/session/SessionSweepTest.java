package io.denizen.application.session;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionSweepTest {

  private final Hall hall = new Hall();
  private final Identity person = hall.person();

  @Test
  void deletesWhatHasExpiredAndItsTokenAsDenizenItself() {
    SessionGrant grant = hall.signIn(person);
    hall.watch.pass(Duration.ofDays(1));
    Session young = hall.signIn(person).session();
    assertThat(answer(hall.sweep.sweep())).isZero();
    hall.watch.pass(Duration.ofDays(13));

    List<String> events = hall.audited(() -> assertThat(answer(hall.sweep.sweep())).isEqualTo(1));

    assertThat(events).containsExactly("refresh_token.deleted", "session.deleted");
    assertThat(hall.events().getLast())
        .extracting(AuditEvent::actor)
        .hasToString("services/denizen");
    Session swept = hall.current(grant.session());
    assertThat(swept.lifecycle().isLive()).isFalse();
    assertThat(swept.state(hall.watch.instant())).isEqualTo(SessionState.EXPIRED);
    assertThat(answer(hall.store.sessions().ofIdentity(person.id()))).containsExactly(young);
    assertThat(hall.audited(() -> assertThat(answer(hall.sweep.sweep())).isZero())).isEmpty();
  }

  @Test
  void letsWhatWasRevokedBeSeenForADay() {
    Session session = hall.signIn(person).session();
    answer(hall.revocation.revoke(hall.submission, person.id(), session.id()));
    hall.watch.pass(Duration.ofDays(1).minusMillis(1));
    assertThat(answer(hall.sweep.sweep())).isZero();
    hall.watch.pass(Duration.ofMillis(1));

    assertThat(answer(hall.sweep.sweep())).isEqualTo(1);

    assertThat(hall.current(session).state(hall.watch.instant())).isEqualTo(SessionState.REVOKED);
  }

  @Test
  void looksAgainWhenOneOfThemWasChangedMeanwhile() {
    Session changed = hall.signIn(person).session();
    Session over = hall.signIn(person).session();
    hall.watch.pass(Duration.ofDays(14));
    hall.journal.meanwhile(
        () -> answer(hall.revocation.revoke(hall.submission, person.id(), changed.id())));

    assertThat(answer(hall.sweep.sweep())).isEqualTo(2);

    assertThat(hall.historyOf(changed))
        .containsExactly("session.created", "session.revoked", "session.deleted");
    assertThat(hall.historyOf(over)).containsExactly("session.created", "session.deleted");
  }

  @Test
  void goesOnBatchByBatch() {
    for (int i = 0; i < SessionSweep.BATCH + 1; i++) {
      hall.signIn(person);
    }
    hall.watch.pass(Duration.ofDays(14));

    assertThat(answer(hall.sweep.sweep())).isEqualTo(SessionSweep.BATCH);
    assertThat(answer(hall.sweep.sweep())).isEqualTo(1);
    assertThat(answer(hall.sweep.sweep())).isZero();
  }
}
