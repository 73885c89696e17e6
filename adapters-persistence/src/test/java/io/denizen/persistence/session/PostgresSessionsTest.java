package io.denizen.persistence.session;

import io.denizen.persistence.TestDatabase;
import io.denizen.testkit.session.SessionsContract;
import io.denizen.testkit.shared.Ports;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class PostgresSessionsTest extends SessionsContract {

  @Override
  protected Ports open() {
    return TestDatabase.ports();
  }
}
