package io.denizen.testkit.membership;

import io.denizen.testkit.InMemoryDenizen;
import io.denizen.testkit.shared.Ports;

final class InMemoryInvitationRacesTest extends InvitationRacesContract {
  @Override
  protected Ports open() {
    return new InMemoryDenizen().ports();
  }
}
