package io.denizen.persistence.shared;

import io.denizen.persistence.TestDatabase;
import io.denizen.testkit.shared.IdsContract;
import io.denizen.testkit.shared.Ports;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class PostgresIdsTest extends IdsContract {

  @Override
  protected Ports open() {
    return TestDatabase.ports();
  }
}
