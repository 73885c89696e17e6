package io.denizen.application.credential;

import static io.denizen.application.credential.CredentialHouse.LOCKS;
import static io.denizen.application.credential.CredentialHouse.RIGHT;
import static io.denizen.application.credential.CredentialHouse.WRONG;
import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.credential.Credential;
import io.denizen.domain.credential.CredentialFailure;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.shared.Failure;
import io.denizen.testkit.shared.Together;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sixty-four wrong passwords at once are no more than as many as may be tried. */
class GuessesAtOnceTest {

  private static final int MANY = 64;

  private final CredentialHouse house = new CredentialHouse();
  private final Identity ada = house.personWith(RIGHT);

  @Test
  void exactlyThoseThatMayBeTriedAreAndTheRestFindItLocked() {
    List<Failure> refusals =
        Together.start(
                MANY, number -> house.verification.verify(house.house.caller, ada.id(), WRONG))
            .stream()
            .map(stage -> refusal(stage))
            .toList();

    assertThat(refusals)
        .filteredOn(failure -> failure.equals(new CredentialFailure.PasswordWrong()))
        .hasSize(LOCKS.attempts());
    assertThat(refusals)
        .filteredOn(failure -> failure instanceof CredentialFailure.Locked)
        .hasSize(MANY - LOCKS.attempts());
    Credential credential =
        answer(house.house.store.credentials().byIdentity(ada.id())).orElseThrow();
    assertThat(credential.failedAttempts()).isEqualTo(LOCKS.attempts());
    assertThat(credential.lifecycle().version()).isEqualTo(1 + LOCKS.attempts());
  }
}
