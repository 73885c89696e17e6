package io.denizen.testkit.membership;

import io.denizen.testkit.InMemoryDenizen;
import io.denizen.testkit.shared.Ports;

final class InMemorySystemRolesTest extends SystemRolesContract {
  @Override
  protected Ports open() {
    return new InMemoryDenizen().ports();
  }
}
