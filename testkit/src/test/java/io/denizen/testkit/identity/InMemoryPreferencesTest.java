package io.denizen.testkit.identity;

import io.denizen.testkit.InMemoryDenizen;
import io.denizen.testkit.shared.Ports;

final class InMemoryPreferencesTest extends PreferencesContract {
  @Override
  protected Ports open() {
    return new InMemoryDenizen().ports();
  }
}
