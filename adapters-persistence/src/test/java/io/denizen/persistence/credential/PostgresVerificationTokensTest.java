package io.denizen.persistence.credential;

import io.denizen.persistence.TestDatabase;
import io.denizen.testkit.credential.VerificationTokensContract;
import io.denizen.testkit.shared.Ports;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class PostgresVerificationTokensTest extends VerificationTokensContract {

  @Override
  protected Ports open() {
    return TestDatabase.ports();
  }
}
