package io.denizen.domain.audit;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.InvalidValue;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditEventQueryTest {

  @Test
  void aPlaceInTheListIsASequence() {
    assertThat(AuditEventQuery.sequence(new Cursor("9007199254740993", new UUID(0, 1))))
        .isEqualTo(9_007_199_254_740_993L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a@example.org", "1.5", "9223372036854775808"})
  void aPlaceInAnotherListIsRefused(String key) {
    Cursor cursor = new Cursor(key, new UUID(0, 1));

    assertThat(refusal(() -> AuditEventQuery.sequence(cursor))).isInstanceOf(InvalidValue.class);
  }
}
