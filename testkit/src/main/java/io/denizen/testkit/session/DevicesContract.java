package io.denizen.testkit.session;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.session.Device;
import io.denizen.domain.session.DeviceDetails;
import io.denizen.domain.session.DeviceFailure;
import io.denizen.domain.session.DeviceId;
import io.denizen.domain.session.DeviceQuery;
import io.denizen.domain.session.DeviceType;
import io.denizen.domain.session.Devices;
import io.denizen.domain.session.RefreshToken;
import io.denizen.domain.session.Session;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.PageRequest;
import io.denizen.testkit.shared.Pages;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What {@link Devices} and the journal promise about devices. */
public abstract class DevicesContract extends SessionPortContract {

  @Test
  void givesBackADeviceExactlyAsItWasCommitted() {
    Identity person = person();
    Device device = device(person);
    Device renamed = renamed(device, "A new one");

    assertThat(answer(devices().byId(person.id(), device.id()))).contains(renamed);
    assertThat(answer(devices().byClientId(person.id(), device.details().clientId())))
        .contains(renamed);
    assertThat(answer(devices().ofIdentity(person.id()))).containsExactly(renamed);
    assertThat(eventsOf(device.name()).stream().map(event -> event.action().value()))
        .containsExactly("device.created", "device.updated");
    assertThat(
            answer(ports().auditEvents().imageAt(ResourceVersion.of(device)))
                .map(Device::fromImage))
        .contains(device);
  }

  @Test
  void countsThoseThatAreNotForgotten() {
    Identity person = person();
    device(person());
    device(person);
    device(person);
    committed(device(person)::delete);

    assertThat(answer(devices().count(person.id(), 10))).isEqualTo(2);
    assertThat(answer(devices().count(person.id(), 1))).isEqualTo(1);
  }

  @Test
  void findsNoDeviceOfAnotherIdentityAndNoDeletedOne() {
    Identity person = person();
    Identity other = person();
    Device device = device(person);
    DeviceId unknown = new DeviceId(ports().ids().next());

    assertThat(answer(devices().byId(other.id(), device.id()))).isEmpty();
    assertThat(answer(devices().byClientId(other.id(), device.details().clientId()))).isEmpty();
    assertThat(answer(devices().byId(person.id(), unknown))).isEmpty();
    committed(device::delete);
    assertThat(answer(devices().byId(person.id(), device.id()))).isEmpty();
    assertThat(answer(devices().byClientId(person.id(), device.details().clientId()))).isEmpty();
    assertThat(answer(devices().ofIdentity(person.id()))).isEmpty();
  }

  @Test
  void letsAnIdentityHaveADeviceOnce() {
    Identity person = person();
    Device device = device(person);

    assertThat(refused(occasion -> met(person, device.details(), occasion)))
        .isEqualTo(new DeviceFailure.Met());
    committed(occasion -> met(person(), device.details(), occasion));
    committed(device::delete);
    committed(occasion -> met(person, device.details(), occasion));
  }

  @Test
  void needsALiveIdentity() {
    Identity person = person();
    Device device = device(person);

    assertThat(refused(person::delete)).isEqualTo(new StaleVersion(person.name()));
    committed(device::delete);
    Identity gone = committed(person::delete);
    assertThat(refused(occasion -> met(gone, deviceDetails(), occasion)))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void isForgottenTogetherWithItsSessions() {
    Identity person = person();
    Device device = device(person);
    Session session = session(person, device);
    Session elsewhere = session(person, device(person));
    RefreshToken token = token(session, secret());

    assertThat(refused(device::delete)).isEqualTo(new StaleVersion(device.name()));
    Device gone = decided(occasion -> device.forget(List.of(session), List.of(token), occasion));

    assertThat(answer(devices().byId(person.id(), device.id()))).isEmpty();
    assertThat(answer(ports().sessions().ofIdentity(person.id()))).containsExactly(elsewhere);
    assertThat(gone.lifecycle().isLive()).isFalse();
    assertThat(answer(devices().restorable(Objects.requireNonNull(gone.lifecycle().deletion()))))
        .containsExactly(gone);
  }

  @Test
  void listsInOrderOfCreationBothWays() {
    Identity person = person();
    Device one = device(person);
    Device two = committed(device(person)::delete);
    Device three = device(person);
    device(person());

    assertThat(walk(new DeviceQuery(person.id(), false, false))).containsExactly(one, three);
    assertThat(walk(new DeviceQuery(person.id(), true, false))).containsExactly(three, one);
    assertThat(walk(new DeviceQuery(person.id(), false, true))).containsExactly(one, two, three);
    assertThat(
            answer(devices().list(new DeviceQuery(person.id(), true, true), PageRequest.first(9)))
                .items())
        .containsExactly(three, two, one);
  }

  private Device renamed(Device device, String name) {
    DeviceDetails details =
        new DeviceDetails(device.details().clientId(), new DisplayName(name), DeviceType.TABLET);
    return committed(
        occasion -> {
          List<Change<Device>> changes = device.meetAgain(details, occasion);
          assertThat(device.meetAgain(device.details(), occasion)).isEmpty();
          return changes.getFirst();
        });
  }

  private List<Device> walk(DeviceQuery query) {
    return Pages.walk(page -> devices().list(query, page), 1);
  }

  private Devices devices() {
    return ports().devices();
  }
}
