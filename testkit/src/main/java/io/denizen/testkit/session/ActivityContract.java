package io.denizen.testkit.session;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.identity.ExternalAccount;
import io.denizen.domain.identity.ExternalLogin;
import io.denizen.domain.identity.ExternalLoginId;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.session.Activity;
import io.denizen.domain.session.Device;
import io.denizen.domain.session.Session;
import io.denizen.domain.shared.Slug;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What {@link Activity} promises. */
public abstract class ActivityContract extends SessionPortContract {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void notesThatASessionAndItsDeviceWereUsedAndNothingElse() {
    Identity person = person();
    Device device = device(person);
    Session session = session(person, device);
    Session other = session(person, device(person));
    Instant later = session.lastActiveTime().plus(Activity.PRECISION);

    ports().activity().used(session, later);

    eventually(() -> current(session).lastActiveTime().equals(later));
    eventually(() -> current(device).lastActiveTime().equals(later));
    assertThat(current(session)).isEqualTo(session.usedAt(later));
    assertThat(current(device)).isEqualTo(device.usedAt(later));
    assertThat(current(other)).isEqualTo(other);
    assertThat(eventsOf(session.name())).hasSize(1);
    assertThat(eventsOf(device.name())).hasSize(1);
  }

  @Test
  void notesThatAnIdentitySignedIn() {
    Identity person = person();
    Session session = session(person);

    ports().activity().signedIn(session, null);

    eventually(() -> session.lifecycle().createTime().equals(current(person).lastLoginTime()));
    assertThat(current(person).lifecycle()).isEqualTo(person.lifecycle());
    assertThat(eventsOf(person.name())).hasSize(1);
  }

  @Test
  void notesByWhichExternalLoginAnIdentitySignedIn() {
    Identity person = person();
    ExternalLogin login = externalLogin(person);
    ExternalLogin other = externalLogin(person);
    Session session = session(person);

    ports().activity().signedIn(session, login.id());

    eventually(() -> session.lifecycle().createTime().equals(current(login).lastUsedTime()));
    assertThat(current(login).lifecycle()).isEqualTo(login.lifecycle());
    assertThat(current(other)).isEqualTo(other);
    assertThat(eventsOf(login.name())).hasSize(1);
  }

  @Test
  void notesNothingTwiceInAMinute() {
    Session witness = session(person());
    Session session = session(person());
    Instant soon = session.lastActiveTime().plus(Activity.PRECISION).minusNanos(1_000);

    ports().activity().used(session, soon);
    // Written after it or with it, and seen: so whatever was to be written of the first has been.
    Instant later = witness.lastActiveTime().plus(Activity.PRECISION);
    ports().activity().used(witness, later);

    eventually(() -> !current(witness).equals(witness));
    assertThat(current(session)).isEqualTo(session);
  }

  @Test
  void doesNotStandInTheWayOfAChange() {
    Session session = session(person());
    Instant later = session.lastActiveTime().plus(Activity.PRECISION);
    ports().activity().used(session, later);
    eventually(() -> current(session).lastActiveTime().equals(later));

    Session swept = committed(session::sweep);

    assertThat(answer(ports().sessions().byIdIncludingDeleted(session.identityId(), session.id())))
        .get()
        .extracting(Session::lifecycle)
        .isEqualTo(swept.lifecycle());
  }

  private Identity current(Identity identity) {
    return answer(ports().identities().byId(identity.id())).orElseThrow();
  }

  private ExternalLogin externalLogin(Identity person) {
    return committed(
        occasion ->
            ExternalLogin.link(
                new ExternalLoginId(ports().ids().next()),
                person.id(),
                new ExternalAccount(new Slug("idp"), ports().ids().next().toString()),
                null,
                null,
                occasion));
  }

  private ExternalLogin current(ExternalLogin login) {
    return answer(ports().externalLogins().byId(login.identityId(), login.id())).orElseThrow();
  }

  private Session current(Session session) {
    return answer(ports().sessions().byId(session.identityId(), session.id())).orElseThrow();
  }

  private Device current(Device device) {
    return answer(ports().devices().byId(device.identityId(), device.id())).orElseThrow();
  }

  /** Nobody is told when a note has been written. */
  final void eventually(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("noted in time").isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }
}
