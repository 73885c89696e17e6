package io.denizen.application.credential;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.credential.TokenSummary;
import io.denizen.domain.credential.VerificationPurpose;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.shared.PageRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationSweepTest {

  private final CredentialHouse house = new CredentialHouse();

  @Test
  void deletesWhatIsOverAsDenizenItselfAndLeavesTheRest() {
    Identity ada = house.house.person();
    IssuedToken used = issue(ada, VerificationPurpose.TWO_FACTOR, Duration.ofHours(1));
    answer(house.tokens.confirm(house.house.submission, used.secret().orElseThrow(), null));
    TokenSummary over = issue(ada, VerificationPurpose.EMAIL, Duration.ofHours(1)).token();
    TokenSummary later =
        issue(ada, VerificationPurpose.PASSWORD_RESET, Duration.ofHours(2)).token();
    house.pass(Duration.ofHours(1).minusMillis(1));
    assertThat(answer(house.tokenSweep.sweep())).isZero();
    house.pass(Duration.ofMillis(1));

    assertThat(answer(house.tokenSweep.sweep())).isEqualTo(2);
    assertThat(answer(house.tokenSweep.sweep())).isZero();

    assertThat(eventsOf(over))
        .containsExactly(
            "verification_token.created " + house.house.caller.actor().value(),
            "verification_token.deleted services/denizen");
    assertThat(eventsOf(used.token())).hasSize(3).last().asString().endsWith("services/denizen");
    assertThat(answer(house.house.store.verificationTokens().ofIdentity(ada.id())))
        .singleElement()
        .satisfies(left -> assertThat(left.summary()).isEqualTo(later));
  }

  @Test
  void goesOnBatchByBatch() {
    for (int i = 0; i <= VerificationSweep.BATCH; i++) {
      issue(house.house.person(), VerificationPurpose.EMAIL, Duration.ofHours(1));
    }
    house.pass(Duration.ofHours(1));

    assertThat(answer(house.tokenSweep.sweep())).isEqualTo(VerificationSweep.BATCH);
    assertThat(answer(house.tokenSweep.sweep())).isEqualTo(1);
    assertThat(answer(house.tokenSweep.sweep())).isZero();
  }

  private IssuedToken issue(Identity identity, VerificationPurpose purpose, Duration lifetime) {
    return answer(house.tokens.issue(house.house.submission, identity.id(), purpose, lifetime));
  }

  private List<String> eventsOf(TokenSummary token) {
    AuditEventQuery query = new AuditEventQuery(token.name(), null, null, null, null, null, false);
    return answer(house.house.store.auditEvents().list(query, PageRequest.first(10)))
        .items()
        .stream()
        .map(VerificationSweepTest::line)
        .toList();
  }

  private static String line(AuditEvent event) {
    return event.action().value() + " " + event.actor().value();
  }
}
