package io.denizen.persistence.membership;

import io.denizen.persistence.TestDatabase;
import io.denizen.testkit.membership.OwnersContract;
import io.denizen.testkit.shared.Ports;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class PostgresOwnersTest extends OwnersContract {

  @Override
  protected Ports open() {
    return TestDatabase.ports();
  }
}
