package io.denizen.persistence.credential;

import io.denizen.persistence.TestDatabase;
import io.denizen.testkit.credential.CredentialsContract;
import io.denizen.testkit.shared.Ports;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class PostgresCredentialsTest extends CredentialsContract {

  @Override
  protected Ports open() {
    return TestDatabase.ports();
  }
}
