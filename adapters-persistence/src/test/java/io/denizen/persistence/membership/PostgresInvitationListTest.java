package io.denizen.persistence.membership;

import io.denizen.persistence.TestDatabase;
import io.denizen.testkit.membership.InvitationListContract;
import io.denizen.testkit.shared.Ports;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class PostgresInvitationListTest extends InvitationListContract {

  @Override
  protected Ports open() {
    return TestDatabase.ports();
  }
}
