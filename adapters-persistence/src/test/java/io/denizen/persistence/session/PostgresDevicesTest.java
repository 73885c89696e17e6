package io.denizen.persistence.session;

import io.denizen.persistence.TestDatabase;
import io.denizen.testkit.session.DevicesContract;
import io.denizen.testkit.shared.Ports;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class PostgresDevicesTest extends DevicesContract {

  @Override
  protected Ports open() {
    return TestDatabase.ports();
  }
}
