package io.denizen.persistence.audit;

import io.denizen.persistence.TestDatabase;
import io.denizen.testkit.audit.AuditImagesContract;
import io.denizen.testkit.shared.Ports;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class PostgresAuditImagesTest extends AuditImagesContract {

  @Override
  protected Ports open() {
    return TestDatabase.ports();
  }
}
