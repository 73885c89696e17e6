package io.denizen.testkit.session;

import io.denizen.testkit.InMemoryDenizen;
import io.denizen.testkit.shared.Ports;

final class InMemorySessionListTest extends SessionListContract {
  @Override
  protected Ports open() {
    return new InMemoryDenizen().ports();
  }
}
