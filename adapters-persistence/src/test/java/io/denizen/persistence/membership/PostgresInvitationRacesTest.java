package io.denizen.persistence.membership;

import io.denizen.persistence.TestDatabase;
import io.denizen.testkit.membership.InvitationRacesContract;
import io.denizen.testkit.shared.Ports;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class PostgresInvitationRacesTest extends InvitationRacesContract {

  @Override
  protected Ports open() {
    return TestDatabase.ports();
  }
}
