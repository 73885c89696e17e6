package io.denizen.application.session;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.session.Device;
import io.denizen.domain.session.DeviceQuery;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionFailure;
import io.denizen.domain.session.SessionQuery;
import io.denizen.domain.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionDirectoryTest {

  private static final PageRequest PAGE = PageRequest.first(10);

  private final Hall hall = new Hall();
  private final Identity person = hall.person();

  @Test
  void answersASessionWhetherItIsOpenOrNotAndADeletedOneIfAsked() {
    Session session = hall.signIn(person).session();
    hall.watch.pass(Duration.ofDays(15));

    assertThat(answer(hall.directory.get(hall.caller, person.id(), session.id(), false)))
        .isEqualTo(session);
    answer(hall.sweep.sweep());
    assertThat(refusal(hall.directory.get(hall.caller, person.id(), session.id(), false)))
        .isEqualTo(new SessionFailure.NotFound(person.id(), session.id()));
    assertThat(
            answer(hall.directory.get(hall.caller, person.id(), session.id(), true))
                .lifecycle()
                .isLive())
        .isFalse();
  }

  @Test
  void notesOnceAMinuteThatASessionWasUsed() {
    SessionGrant grant = hall.signIn(person, Hall.phone("Mine"));
    Instant start = hall.watch.instant();
    hall.watch.pass(Duration.ofSeconds(59));
    verify(grant);
    assertThat(lastActive(grant)).isEqualTo(start);
    hall.watch.pass(Duration.ofSeconds(1));

    assertThat(hall.audited(() -> verify(grant))).isEmpty();

    assertThat(lastActive(grant)).isEqualTo(start.plusSeconds(60));
    assertThat(answer(hall.store.devices().ofIdentity(person.id())))
        .extracting(Device::lastActiveTime)
        .containsExactly(start.plusSeconds(60));
  }

  @Test
  void listsWhatAnIdentityHas() {
    Session session = hall.signIn(person, Hall.phone("Mine")).session();
    hall.signIn(hall.person());

    assertThat(answer(hall.directory.list(hall.caller, sessions(person), PAGE)).items())
        .containsExactly(session);
    assertThat(answer(hall.directory.listDevices(hall.caller, devices(person), PAGE)).items())
        .extracting(Device::id)
        .containsExactly(session.deviceId());
  }

  @Test
  void tellsAnIdentityWithoutAnyFromOneThatIsNotThere() {
    assertThat(answer(hall.directory.list(hall.caller, sessions(person), PAGE)).items()).isEmpty();
    assertThat(answer(hall.directory.listDevices(hall.caller, devices(person), PAGE)).items())
        .isEmpty();
    answer(hall.identities.delete(hall.submission, person.id(), null, false));
    for (var refused :
        List.of(
            hall.directory.list(hall.caller, sessions(person), PAGE),
            hall.directory.listDevices(hall.caller, devices(person), PAGE))) {
      assertThat(refusal(refused)).isEqualTo(new IdentityFailure.NotFound(person.id()));
    }
  }

  private void verify(SessionGrant grant) {
    answer(hall.directory.verify(hall.caller, Hall.secret(grant)));
  }

  private Instant lastActive(SessionGrant grant) {
    return hall.current(grant.session()).lastActiveTime();
  }

  private SessionQuery sessions(Identity identity) {
    return new SessionQuery(identity.id(), null, null, hall.watch.instant(), false, false);
  }

  private static DeviceQuery devices(Identity identity) {
    return new DeviceQuery(identity.id(), false, false);
  }
}
