package io.denizen.application.credential;

import static io.denizen.application.credential.CredentialHouse.RIGHT;
import static io.denizen.application.credential.CredentialHouse.WRONG;
import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.credential.CredentialFailure;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.testkit.identity.IdentityChanges;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PasswordVerificationTest {

  private final CredentialHouse house = new CredentialHouse();
  private final Identity ada = house.personWith(RIGHT);

  @Test
  void aPasswordIsVerifiedByNameAndByAddressWhateverItsCase() {
    EmailAddress shouted =
        new EmailAddress(IdentityChanges.email(ada).value().toUpperCase(Locale.ROOT));

    assertThat(house.verify(ada, RIGHT).identityId()).isEqualTo(ada.id());
    assertThat(answer(house.verification.verify(house.house.caller, shouted, RIGHT)).identityId())
        .isEqualTo(ada.id());
  }

  @Test
  void nobodyIsToldWhyAPasswordIsWrong() {
    Identity without = house.house.person();
    Identity gone = house.personWith(RIGHT);
    answer(house.house.identities.delete(house.house.submission, gone.id(), null, false));
    CredentialFailure wrong = new CredentialFailure.PasswordWrong();

    assertThat(house.refuse(ada, WRONG)).isEqualTo(wrong);
    assertThat(house.refuse(without, RIGHT)).isEqualTo(wrong);
    assertThat(house.refuse(gone, RIGHT)).isEqualTo(wrong);
    assertThat(
            refusal(
                house.verification.verify(
                    house.house.caller, house.house.fixtures.identityId(), RIGHT)))
        .isEqualTo(wrong);
    assertThat(
            refusal(
                house.verification.verify(house.house.caller, house.house.fixtures.email(), RIGHT)))
        .isEqualTo(wrong);
  }

  @Test
  void aHashIsComputedForWhoeverIsAskedAbout() {
    Identity without = house.house.person();
    int before = house.hashing.computed();

    house.refuse(ada, WRONG);
    house.refuse(without, WRONG);
    refusal(house.verification.verify(house.house.caller, house.house.fixtures.email(), WRONG));

    assertThat(house.hashing.computed() - before).isEqualTo(3);
  }

  @Test
  void threeWrongPasswordsLockForAMinuteAndAFourthForTwo() {
    house.failTimes(3, ada);
    assertThat(house.refuse(ada, RIGHT))
        .isEqualTo(new CredentialFailure.Locked(house.instant().plusSeconds(60)));

    house.pass(Duration.ofMinutes(1));
    house.failTimes(1, ada);
    assertThat(house.refuse(ada, WRONG))
        .isEqualTo(new CredentialFailure.Locked(house.instant().plusSeconds(120)));

    house.pass(Duration.ofMinutes(2));
    assertThat(house.verify(ada, RIGHT).identityId()).isEqualTo(ada.id());
    house.failTimes(2, ada);
    assertThat(house.verify(ada, RIGHT).identityId()).as("counted anew").isEqualTo(ada.id());
  }

  @Test
  void noHashIsComputedWhileItIsLocked() {
    house.failTimes(3, ada);
    int before = house.hashing.computed();

    house.refuse(ada, RIGHT);

    assertThat(house.hashing.computed()).isEqualTo(before);
  }

  @Test
  void aNewPasswordUnlocks() {
    house.failTimes(3, ada);
    house.set(ada, WRONG);

    assertThat(house.verify(ada, WRONG).identityId()).isEqualTo(ada.id());
  }

  @Test
  void whoIsSuspendedHearsOfItOnlyWithTheRightPassword() {
    answer(house.house.identities.suspend(house.house.submission, ada.id(), null));

    assertThat(house.refuse(ada, RIGHT)).isEqualTo(new IdentityFailure.Suspended(ada.id()));
    assertThat(house.refuse(ada, WRONG)).isEqualTo(new CredentialFailure.PasswordWrong());
  }
}
