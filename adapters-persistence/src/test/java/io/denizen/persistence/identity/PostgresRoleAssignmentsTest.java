package io.denizen.persistence.identity;

import io.denizen.persistence.TestDatabase;
import io.denizen.testkit.identity.RoleAssignmentsContract;
import io.denizen.testkit.shared.Ports;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class PostgresRoleAssignmentsTest extends RoleAssignmentsContract {

  @Override
  protected Ports open() {
    return TestDatabase.ports();
  }
}
