package io.denizen.persistence.identity;

import io.denizen.persistence.TestDatabase;
import io.denizen.testkit.identity.IdentitiesContract;
import io.denizen.testkit.shared.Ports;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class PostgresIdentitiesTest extends IdentitiesContract {

  @Override
  protected Ports open() {
    return TestDatabase.ports();
  }
}
