package io.denizen.testkit.membership;

import io.denizen.testkit.InMemoryDenizen;
import io.denizen.testkit.shared.Ports;

final class InMemoryInvitationsTest extends InvitationsContract {
  @Override
  protected Ports open() {
    return new InMemoryDenizen().ports();
  }
}
