package io.denizen.testkit.session;

import io.denizen.testkit.InMemoryDenizen;
import io.denizen.testkit.shared.Ports;

final class InMemorySessionsTest extends SessionsContract {
  @Override
  protected Ports open() {
    return new InMemoryDenizen().ports();
  }
}
