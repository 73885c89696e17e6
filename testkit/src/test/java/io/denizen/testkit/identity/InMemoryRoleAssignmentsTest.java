package io.denizen.testkit.identity;

import io.denizen.testkit.InMemoryDenizen;
import io.denizen.testkit.shared.Ports;

final class InMemoryRoleAssignmentsTest extends RoleAssignmentsContract {
  @Override
  protected Ports open() {
    return new InMemoryDenizen().ports();
  }
}
