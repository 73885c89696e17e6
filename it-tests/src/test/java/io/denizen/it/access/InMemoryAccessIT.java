package io.denizen.it.access;

import io.denizen.testkit.InMemoryDenizen;
import io.denizen.testkit.shared.Ports;

final class InMemoryAccessIT extends AccessHistories {
  @Override
  Ports open() {
    return new InMemoryDenizen().ports();
  }
}
