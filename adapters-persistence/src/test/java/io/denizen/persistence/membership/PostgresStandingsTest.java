package io.denizen.persistence.membership;

import io.denizen.persistence.TestDatabase;
import io.denizen.testkit.membership.StandingsContract;
import io.denizen.testkit.shared.Ports;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class PostgresStandingsTest extends StandingsContract {

  @Override
  protected Ports open() {
    return TestDatabase.ports();
  }
}
