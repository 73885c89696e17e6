package io.denizen.testkit.audit;

import io.denizen.testkit.InMemoryDenizen;
import io.denizen.testkit.shared.Ports;

final class InMemoryAuditEventsTest extends AuditEventsContract {
  @Override
  protected Ports open() {
    return new InMemoryDenizen().ports();
  }
}
