package io.denizen.testkit.audit;

import io.denizen.testkit.InMemoryDenizen;
import io.denizen.testkit.shared.Ports;

final class InMemoryAuditImagesTest extends AuditImagesContract {
  @Override
  protected Ports open() {
    return new InMemoryDenizen().ports();
  }
}
