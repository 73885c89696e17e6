package io.denizen.persistence.session;

import io.denizen.persistence.TestDatabase;
import io.denizen.testkit.session.ActivityContract;
import io.denizen.testkit.shared.Ports;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class PostgresActivityTest extends ActivityContract {

  @Override
  protected Ports open() {
    return TestDatabase.ports();
  }
}
