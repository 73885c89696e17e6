package io.denizen.testkit.shared;

import io.denizen.testkit.InMemoryDenizen;

final class InMemoryIdsTest extends IdsContract {
  @Override
  protected Ports open() {
    return new InMemoryDenizen().ports();
  }
}
