package io.denizen.testkit.session;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.SignInEnd;
import io.denizen.domain.session.Device;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionId;
import io.denizen.domain.session.SessionOrigin;
import io.denizen.domain.session.SessionPolicy;
import io.denizen.domain.session.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What {@link Sessions} and the journal promise about sessions; lists are in its sibling. */
public abstract class SessionsContract extends SessionPortContract {

  private static final SessionPolicy SHORT =
      new SessionPolicy(Duration.ofHours(2), Duration.ofHours(1), Duration.ZERO);

  @Test
  void givesBackASessionExactlyAsItWasCommitted() {
    Identity person = person();
    Session bare =
        committed(
            occasion ->
                Session.open(
                    new SessionId(ports().ids().next()),
                    person.id(),
                    null,
                    SessionOrigin.UNKNOWN,
                    SHORT,
                    occasion));
    Session full = session(person, device(person));
    Session refreshed = committed(occasion -> bare.refresh(ORIGIN, SHORT, occasion));
    Session revoked = committed(occasion -> refreshed.revoke(SignInEnd.REUSE_DETECTED, occasion));

    assertThat(answer(sessions().byId(person.id(), full.id()))).contains(full);
    assertThat(answer(sessions().byId(person.id(), bare.id()))).contains(revoked);
    assertThat(eventsOf(bare.name()).stream().map(event -> event.action().value()))
        .containsExactly("session.created", "session.refreshed", "session.reuse_detected");
    for (Session version : List.of(bare, full, refreshed, revoked)) {
      assertThat(
              answer(ports().auditEvents().imageAt(ResourceVersion.of(version)))
                  .map(Session::fromImage))
          .contains(version);
    }
  }

  @Test
  void findsNoSessionOfAnotherIdentityAndNoDeletedOneUnlessAskedForIt() {
    Identity person = person();
    Identity other = person();
    Session session = session(person);

    assertThat(answer(sessions().byId(other.id(), session.id()))).isEmpty();
    assertThat(answer(sessions().byIdIncludingDeleted(other.id(), session.id()))).isEmpty();
    Session deleted = committed(session::delete);
    assertThat(answer(sessions().byId(person.id(), session.id()))).isEmpty();
    assertThat(answer(sessions().byIdIncludingDeleted(person.id(), session.id())))
        .contains(deleted);
    assertThat(answer(sessions().ofIdentity(person.id()))).isEmpty();
    assertThat(Objects.requireNonNull(deleted.revocation()).reason())
        .isEqualTo(SignInEnd.IDENTITY_DELETED);
    assertThat(
            answer(sessions().restorable(Objects.requireNonNull(deleted.lifecycle().deletion()))))
        .isEmpty();
  }

  @Test
  void needsALiveIdentityAndADeviceOfIts() {
    Identity person = person();
    Device device = device(person);
    Device strange = device(person());
    Session session = session(person, device);

    assertThat(refused(occasion -> opened(person, strange, SHORT, occasion)))
        .isInstanceOf(StaleVersion.class);
    assertThat(refused(person::delete)).isEqualTo(new StaleVersion(person.name()));
    assertThat(refused(device::delete)).isEqualTo(new StaleVersion(device.name()));
    committed(session::sweep);
    Device gone = committed(device::delete);
    assertThat(refused(occasion -> opened(person, gone, SHORT, occasion)))
        .isInstanceOf(StaleVersion.class);
    committed(person::delete);
    assertThat(refused(occasion -> opened(person, null, SHORT, occasion)))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void knowsWhichAreOpen() {
    Identity person = person();
    Session one = session(person);
    Session brief = committed(occasion -> opened(person, null, SHORT, occasion));
    committed(occasion -> session(person).revoke(SignInEnd.REQUESTED, occasion));
    committed(session(person)::sweep);
    session(person());
    Instant now = brief.lifecycle().createTime();

    assertThat(answer(sessions().openOf(person.id()))).containsExactlyInAnyOrder(one, brief);
    assertThat(answer(sessions().countOpen(person.id(), now, 10))).isEqualTo(2);
    assertThat(answer(sessions().countOpen(person.id(), now, 1))).isEqualTo(1);
    assertThat(answer(sessions().countOpen(person.id(), brief.expireTime(), 10))).isEqualTo(1);
    assertThat(answer(sessions().countOpen(person.id(), brief.expireTime().minusNanos(1_000), 10)))
        .isEqualTo(2);
    assertThat(answer(sessions().countLive(person.id(), 10))).isEqualTo(3);
    assertThat(answer(sessions().countLive(person.id(), 2))).isEqualTo(2);
  }

  @Test
  void findsThoseOfADevice() {
    Identity person = person();
    Device device = device(person);
    Session open = session(person, device);
    Session revoked =
        committed(occasion -> session(person, device).revoke(SignInEnd.REQUESTED, occasion));
    committed(session(person, device)::sweep);
    session(person, device(person));

    assertThat(answer(sessions().ofDevice(device.id()))).containsExactlyInAnyOrder(open, revoked);
  }

  @Test
  void findsWhatIsOver() {
    Identity person = person();
    Session brief = committed(occasion -> opened(person, null, SHORT, occasion));
    Session revoked = committed(occasion -> session(person).revoke(SignInEnd.REQUESTED, occasion));
    Session swept = committed(occasion -> opened(person, null, SHORT, occasion));
    committed(swept::sweep);
    session(person);
    Instant expiry = brief.expireTime();
    Instant revocation = Objects.requireNonNull(revoked.revocation()).time();

    assertThat(over(person, expiry, Instant.EPOCH)).containsExactly(brief);
    assertThat(over(person, expiry.minusNanos(1_000), Instant.EPOCH)).isEmpty();
    assertThat(over(person, Instant.EPOCH, revocation)).containsExactly(revoked);
    assertThat(over(person, Instant.EPOCH, revocation.minusNanos(1_000))).isEmpty();
    assertThat(over(person, expiry, revocation)).containsExactlyInAnyOrder(brief, revoked);
    assertThat(answer(sessions().over(expiry, revocation, 1))).hasSize(1);
  }

  /** Others may have left some, too. */
  private List<Session> over(Identity person, Instant expired, Instant revoked) {
    return answer(sessions().over(expired, revoked, 10_000)).stream()
        .filter(session -> session.identityId().equals(person.id()))
        .toList();
  }

  private Sessions sessions() {
    return ports().sessions();
  }
}
