package io.denizen.application.session;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.RequestKey;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.SignInEnd;
import io.denizen.domain.session.Device;
import io.denizen.domain.session.DeviceFailure;
import io.denizen.domain.session.DeviceId;
import io.denizen.domain.session.Revocation;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionFailure;
import io.denizen.domain.session.SessionId;
import io.denizen.testkit.shared.Together;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SessionRevocationTest {

  private final Hall hall = new Hall();
  private final Identity person = hall.person();

  @Test
  void endsASessionOnce() {
    SessionGrant grant = hall.signIn(person);

    List<String> events = hall.audited(() -> revoke(grant.session()));

    assertThat(events).containsExactly("session.revoked");
    assertThat(reason(grant.session())).isEqualTo(SignInEnd.REQUESTED);
    assertThat(refusal(hall.directory.verify(hall.caller, Hall.secret(grant))))
        .isEqualTo(new SessionFailure.Invalid());
    Session ended = hall.current(grant.session());
    assertThat(hall.audited(() -> assertThat(revoke(grant.session())).isEqualTo(ended))).isEmpty();
  }

  @Test
  void isRefusedForASessionThatIsNotThere() {
    SessionId unknown = new SessionId(hall.store.ids().next());
    Session others = hall.signIn(hall.person()).session();

    for (SessionId id : List.of(unknown, others.id())) {
      assertThat(refusal(hall.revocation.revoke(hall.submission, person.id(), id)))
          .isEqualTo(new SessionFailure.NotFound(person.id(), id));
    }
  }

  @Test
  void isNotAbortedByARefreshAtTheSameMoment() {
    SessionGrant grant = hall.signIn(person);

    Together.start(
            2,
            number ->
                number == 0
                    ? hall.refresh
                        .refresh(hall.submission, Hall.secret(grant), Hall.ORIGIN)
                        .handle((refreshed, refused) -> true)
                    : hall.revocation
                        .revoke(hall.submission, person.id(), grant.session().id())
                        .thenApply(revoked -> true))
        .forEach(call -> assertThat(answer(call)).isTrue());

    assertThat(reason(grant.session())).isEqualTo(SignInEnd.REQUESTED);
  }

  @Test
  void endsAllSessionsOrAllButOne() {
    Session kept = hall.signIn(person).session();
    Session other = hall.signIn(person).session();
    revoke(hall.signIn(person).session());
    Session strange = hall.signIn(hall.person()).session();

    List<String> events =
        hall.audited(
            () ->
                assertThat(
                        answer(hall.revocation.revokeAll(hall.submission, person.id(), kept.id())))
                    .isEqualTo(1));

    assertThat(events).containsExactly("session.revoked");
    assertThat(reason(other)).isEqualTo(SignInEnd.REQUESTED);
    assertThat(hall.current(kept).revocation()).isNull();
    assertThat(answer(hall.revocation.revokeAll(hall.submission, person.id(), null))).isEqualTo(1);
    assertThat(reason(kept)).isEqualTo(SignInEnd.REQUESTED);
    assertThat(answer(hall.revocation.revokeAll(hall.submission, person.id(), null))).isZero();
    assertThat(hall.current(strange).revocation()).isNull();
  }

  @Test
  void endsNoneIfTheOneToBeKeptIsNotOpen() {
    Session over = hall.signIn(person).session();
    hall.watch.pass(Duration.ofDays(15));
    Session open = hall.signIn(person).session();
    SessionId unknown = new SessionId(hall.store.ids().next());
    Session ended = revoke(hall.signIn(person).session());
    Session others = hall.signIn(hall.person()).session();

    for (SessionId kept : List.of(unknown, over.id(), ended.id(), others.id())) {
      assertThat(refusal(hall.revocation.revokeAll(hall.submission, person.id(), kept)))
          .isEqualTo(new SessionFailure.NotOpen(person.id(), kept));
    }
    assertThat(hall.current(open).revocation()).isNull();
  }

  @Test
  void endsNoneIfTheOneToBeKeptEndsMeanwhile() {
    Session open = hall.signIn(person).session();
    Session kept = hall.signIn(person).session();
    hall.journal.meanwhile(() -> revoke(kept));

    assertThat(refusal(hall.revocation.revokeAll(hall.submission, person.id(), kept.id())))
        .isEqualTo(new SessionFailure.NotOpen(person.id(), kept.id()));
    assertThat(hall.current(open).revocation()).isNull();
  }

  @Test
  void answersARepeatedRequestAlsoWhenTheOneThatWasKeptHasEnded() {
    hall.signIn(person);
    Session kept = hall.signIn(person).session();
    RequestKey key = hall.fixtures.request();

    for (int i = 0; i < 2; i++) {
      assertThat(answer(hall.revocation.revokeAll(hall.withRequestId(key), person.id(), kept.id())))
          .isEqualTo(1);
      revoke(kept);
    }
  }

  @Test
  void endsWhatIsOpenedWhileAllIsEnded() {
    hall.signIn(person);
    Session kept = hall.signIn(person).session();
    hall.journal.meanwhile(() -> hall.signIn(person));

    assertThat(answer(hall.revocation.revokeAll(hall.submission, person.id(), kept.id())))
        .isEqualTo(2);

    assertThat(answer(hall.store.sessions().openOf(person.id()))).containsExactly(kept);
  }

  @Test
  void answersARepeatedRequestToEndAllAsBefore() {
    hall.signIn(person);
    hall.signIn(person);
    RequestKey key = hall.fixtures.request();

    assertThat(answer(hall.revocation.revokeAll(hall.withRequestId(key), person.id(), null)))
        .isEqualTo(2);
    hall.signIn(person);
    assertThat(answer(hall.revocation.revokeAll(hall.withRequestId(key), person.id(), null)))
        .isEqualTo(2);
    RequestKey empty = hall.fixtures.request();
    Identity nobodysIn = hall.person();
    for (int i = 0; i < 2; i++) {
      assertThat(answer(hall.revocation.revokeAll(hall.withRequestId(empty), nobodysIn.id(), null)))
          .isZero();
    }
  }

  @Test
  void isRefusedForOneWhoIsNotThere() {
    Identity gone = answer(hall.identities.delete(hall.submission, person.id(), null, false));

    assertThat(refusal(hall.revocation.revokeAll(hall.submission, gone.id(), null)))
        .isEqualTo(new IdentityFailure.NotFound(gone.id()));
  }

  @Test
  void forgetsADeviceAndItsSessions() {
    SessionGrant open = hall.signIn(person, Hall.phone("Mine"));
    Session revoked = hall.signIn(person, Hall.phone("Mine")).session();
    revoke(revoked);
    SessionGrant elsewhere = hall.signIn(person);
    DeviceId deviceId = Objects.requireNonNull(open.session().deviceId());

    List<String> events =
        hall.audited(
            () ->
                assertThat(answer(hall.revocation.forget(hall.submission, person.id(), deviceId)))
                    .extracting(Device::id)
                    .isEqualTo(deviceId));

    assertThat(events)
        .containsExactlyInAnyOrder(
            "refresh_token.deleted",
            "refresh_token.deleted",
            "session.deleted",
            "session.deleted",
            "device.deleted");
    assertThat(reason(open.session())).isEqualTo(SignInEnd.DEVICE_FORGOTTEN);
    assertThat(reason(revoked)).isEqualTo(SignInEnd.REQUESTED);
    assertThat(answer(hall.store.sessions().ofIdentity(person.id())))
        .containsExactly(elsewhere.session());
    assertThat(refusal(hall.revocation.forget(hall.submission, person.id(), deviceId)))
        .isEqualTo(new DeviceFailure.NotFound(person.id(), deviceId));
  }

  @Test
  void endsThemAllWithTheIdentityAndBringsOnlyDevicesBack() {
    Session session = hall.signIn(person, Hall.phone("Mine")).session();

    List<String> events =
        hall.audited(
            () -> answer(hall.identities.delete(hall.submission, person.id(), null, false)));

    assertThat(events)
        .containsExactly(
            "refresh_token.deleted", "session.deleted", "device.deleted", "identity.deleted");
    assertThat(reason(session)).isEqualTo(SignInEnd.IDENTITY_DELETED);
    assertThat(
            hall.audited(
                () -> answer(hall.identities.undelete(hall.submission, person.id(), null))))
        .containsExactly("identity.undeleted", "device.undeleted");
    assertThat(hall.current(session).lifecycle().isLive()).isFalse();
  }

  @Test
  void endsThemAllWhenTheIdentityIsSuspended() {
    Session one = hall.signIn(person).session();
    Session other = hall.signIn(person).session();

    hall.suspended(person);

    for (Session session : List.of(one, other)) {
      assertThat(reason(session)).isEqualTo(SignInEnd.IDENTITY_SUSPENDED);
    }
  }

  private Session revoke(Session session) {
    return answer(hall.revocation.revoke(hall.submission, session.identityId(), session.id()));
  }

  private SignInEnd reason(Session session) {
    Revocation revocation = hall.current(session).revocation();
    return Objects.requireNonNull(revocation).reason();
  }
}
