package io.denizen.testkit.session;

import io.denizen.testkit.InMemoryDenizen;
import io.denizen.testkit.shared.Ports;

final class InMemoryRefreshTokensTest extends RefreshTokensContract {
  @Override
  protected Ports open() {
    return new InMemoryDenizen().ports();
  }
}
