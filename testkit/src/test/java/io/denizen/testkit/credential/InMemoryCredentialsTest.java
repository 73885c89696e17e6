package io.denizen.testkit.credential;

import io.denizen.testkit.InMemoryDenizen;
import io.denizen.testkit.shared.Ports;

final class InMemoryCredentialsTest extends CredentialsContract {
  @Override
  protected Ports open() {
    return new InMemoryDenizen().ports();
  }
}
