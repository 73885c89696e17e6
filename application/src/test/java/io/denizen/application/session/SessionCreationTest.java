package io.denizen.application.session;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.RequestKey;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.session.ClientDeviceId;
import io.denizen.domain.session.Device;
import io.denizen.domain.session.DeviceDetails;
import io.denizen.domain.session.DeviceFailure;
import io.denizen.domain.session.DeviceId;
import io.denizen.domain.session.DeviceType;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionFailure;
import io.denizen.domain.session.SessionId;
import io.denizen.domain.session.SessionPolicy;
import io.denizen.domain.session.SessionState;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Occasion;
import io.denizen.testkit.shared.Together;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionCreationTest {

  private final Hall hall = new Hall();
  private final Identity person = hall.person();

  @Test
  void opensASessionThatItsTokenOpens() {
    SessionGrant grant = hall.signIn(person);
    Session session = grant.session();

    assertThat(session.identityId()).isEqualTo(person.id());
    assertThat(session.origin()).isEqualTo(Hall.ORIGIN);
    assertThat(session.expireTime()).isEqualTo(hall.watch.instant().plus(Duration.ofDays(14)));
    assertThat(session.state(hall.watch.instant())).isEqualTo(SessionState.ACTIVE);
    assertThat(answer(hall.directory.verify(hall.caller, Hall.secret(grant)))).isEqualTo(session);
    assertThat(hall.historyOf(session)).containsExactly("session.created");
  }

  @Test
  void leavesOneEventForEachThingThatItMakes() {
    assertThat(hall.audited(() -> hall.signIn(person)))
        .containsExactly("session.created", "refresh_token.created");
    assertThat(hall.audited(() -> hall.signIn(person, Hall.phone("Mine"))))
        .containsExactly("device.created", "session.created", "refresh_token.created");
    assertThat(hall.audited(() -> hall.signIn(person, Hall.phone("Mine"))))
        .containsExactly("session.created", "refresh_token.created");
    assertThat(hall.audited(() -> hall.signIn(person, Hall.phone("Ours"))))
        .containsExactly("device.updated", "session.created", "refresh_token.created");
  }

  @Test
  void knowsADeviceAgain() {
    Session first = hall.signIn(person, Hall.phone("Mine")).session();
    Session second = hall.signIn(person, Hall.phone("Ours")).session();
    Session others = hall.signIn(hall.person(), Hall.phone("Mine")).session();

    assertThat(second.deviceId()).isNotNull().isEqualTo(first.deviceId());
    assertThat(others.deviceId()).isNotEqualTo(first.deviceId());
    assertThat(answer(hall.store.devices().ofIdentity(person.id())))
        .singleElement()
        .extracting(Device::details)
        .satisfies(details -> assertThat(details.displayName().value()).isEqualTo("Ours"))
        .satisfies(details -> assertThat(details.type()).isEqualTo(DeviceType.PHONE));
  }

  @Test
  void meetsANewDeviceOnceHoweverManySignInFromItAtOnce() {
    List<CompletionStage<SessionGrant>> grants =
        Together.start(
            4,
            number ->
                hall.creation.create(
                    hall.submission, person.id(), Hall.ORIGIN, Hall.phone("Mine"), null));

    Set<?> devices =
        grants.stream()
            .map(grant -> answer(grant).session().deviceId())
            .collect(Collectors.toSet());
    assertThat(devices).hasSize(1);
  }

  @Test
  void isRefusedToOneWhoIsNotThereOrSuspended() {
    Identity suspended = hall.suspended(hall.person());
    Identity deleted = answer(hall.identities.delete(hall.submission, person.id(), null, false));

    for (Identity absent : List.of(deleted, hall.fixtures.person(hall.fixtures.occasion()))) {
      assertThat(
              refusal(hall.creation.create(hall.submission, absent.id(), Hall.ORIGIN, null, null)))
          .isEqualTo(new IdentityFailure.NotFound(absent.id()));
    }
    assertThat(
            refusal(hall.creation.create(hall.submission, suspended.id(), Hall.ORIGIN, null, null)))
        .isEqualTo(new IdentityFailure.Suspended(suspended.id()));
  }

  @Test
  void hasALimitForEachIdentity() {
    Session first = hall.signIn(person).session();
    for (int i = 1; i < SessionPolicy.MAX_OPEN; i++) {
      hall.signIn(person);
    }

    assertThat(refusal(hall.creation.create(hall.submission, person.id(), Hall.ORIGIN, null, null)))
        .isEqualTo(new SessionFailure.TooMany(person.id()));
    answer(hall.revocation.revoke(hall.submission, person.id(), first.id()));
    hall.signIn(person);
    hall.signIn(hall.person());
  }

  @Test
  void hasALimitForEachIdentityWithThoseThatHaveEnded() {
    for (int open = 0; open < SessionPolicy.MAX_LIVE; open += SessionPolicy.MAX_OPEN) {
      committed(
          SessionPolicy.MAX_OPEN,
          occasion ->
              Session.open(
                  new SessionId(hall.store.ids().next()),
                  person.id(),
                  null,
                  Hall.ORIGIN,
                  Hall.POLICY,
                  occasion));
      hall.watch.pass(Duration.ofDays(14));
    }

    assertThat(refusal(hall.creation.create(hall.submission, person.id(), Hall.ORIGIN, null, null)))
        .isEqualTo(new SessionFailure.TooMany(person.id()));
    answer(hall.sweep.sweep());
    hall.signIn(person);
  }

  @Test
  void knowsOnlySoManyDevicesOfEachIdentity() {
    committed(
        SessionPolicy.MAX_DEVICES,
        occasion -> {
          DeviceId id = new DeviceId(hall.store.ids().next());
          return Device.meet(id, person.id(), called(id.value().toString()), occasion);
        });
    Device known = answer(hall.store.devices().ofIdentity(person.id())).getFirst();

    assertThat(
            refusal(
                hall.creation.create(
                    hall.submission, person.id(), Hall.ORIGIN, called("another"), null)))
        .isEqualTo(new DeviceFailure.TooMany(person.id()));
    hall.signIn(person, known.details());
    answer(hall.revocation.forget(hall.submission, person.id(), known.id()));
    hall.signIn(person, called("another"));
  }

  private static DeviceDetails called(String name) {
    return new DeviceDetails(
        new ClientDeviceId(name), new DisplayName("Some phone"), DeviceType.PHONE);
  }

  /** Committed at once, as if it had been done one by one. */
  private <T extends Audited> void committed(int count, Function<Occasion, Change<T>> change) {
    Occasion occasion = new Occasion(hall.fixtures.occasion().changeSet(), hall.watch.instant());
    List<Change<T>> changes = Stream.generate(() -> change.apply(occasion)).limit(count).toList();
    answer(
        hall.store
            .journal()
            .commit(
                ChangeSet.of(
                    occasion,
                    hall.caller,
                    null,
                    new Decision<>(changes.getLast().after(), List.copyOf(changes), List.of()))));
  }

  @Test
  void isAnsweredAgainWithoutTheTokenWhenItIsRepeated() {
    RequestKey key = hall.fixtures.request();

    SessionGrant first = create(hall.withRequestId(key));
    List<String> events = hall.audited(() -> assertThat(again(key)).isEqualTo(first.session()));

    assertThat(first.secret()).isNotNull();
    assertThat(events).isEmpty();
  }

  @Test
  void onlyValidatesWhereThatIsAsked() {
    List<String> events =
        hall.audited(
            () -> assertThat(create(new Submission(hall.caller, null, true)).secret()).isNull());

    assertThat(events).isEmpty();
    assertThat(answer(hall.store.sessions().ofIdentity(person.id()))).isEmpty();
  }

  private Session again(RequestKey key) {
    SessionGrant grant = create(hall.withRequestId(key));
    assertThat(grant.secret()).isNull();
    return grant.session();
  }

  private SessionGrant create(Submission submission) {
    return answer(
        hall.creation.create(submission, person.id(), Hall.ORIGIN, Hall.phone("Mine"), null));
  }
}
