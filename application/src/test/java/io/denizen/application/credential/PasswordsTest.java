package io.denizen.application.credential;

import static io.denizen.application.credential.CredentialHouse.KNOWN;
import static io.denizen.application.credential.CredentialHouse.RIGHT;
import static io.denizen.application.credential.CredentialHouse.WRONG;
import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.credential.Credential;
import io.denizen.domain.credential.CredentialFailure;
import io.denizen.domain.credential.CredentialSummary;
import io.denizen.domain.credential.Password;
import io.denizen.domain.credential.PasswordHash;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.FailureException;
import io.denizen.domain.shared.PageRequest;
import io.denizen.testkit.credential.QuickHashing;
import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordsTest {

  private final CredentialHouse house = new CredentialHouse();
  private final Identity ada = house.house.person();

  @Test
  void aPasswordThatWasSetIsTheOneFromThenOn() {
    house.set(ada, WRONG);
    CredentialSummary summary = house.set(ada, RIGHT);

    assertThat(house.verify(ada, RIGHT)).isEqualTo(new VerifiedPassword(ada.id(), false));
    assertThat(house.refuse(ada, WRONG)).isEqualTo(new CredentialFailure.PasswordWrong());
    assertThat(summary.changedAt()).isEqualTo(house.instant());
    assertThat(actions()).containsExactly("created", "updated", "verification_failed");
  }

  @Test
  void whatIsTooEasyIsRefusedAndLeavesNoTrace() {
    Password address = Password.chosen(String.valueOf(ada.details().email()));

    for (Password easy : List.of(KNOWN, address)) {
      assertThat(refusal(house.passwords.set(house.house.submission, ada.id(), easy, null)))
          .isInstanceOf(CredentialFailure.TooEasy.class);
    }
    assertThat(actions()).isEmpty();
    assertThat(house.hashing.computed()).isZero();
  }

  @Test
  void whoIsNotThereGetsNoPassword() {
    IdentityId nobody = house.house.fixtures.identityId();

    assertThat(refusal(house.passwords.set(house.house.submission, nobody, RIGHT, null)))
        .isEqualTo(new IdentityFailure.NotFound(nobody));
    assertThat(refusal(house.passwords.delete(house.house.submission, nobody)))
        .isEqualTo(new IdentityFailure.NotFound(nobody));
  }

  @Test
  void anImportedHashIsHashedAnewByTheFirstRightPassword() {
    answer(
        house.passwords.importHash(
            house.house.submission, ada.id(), QuickHashing.foreign("\uFB01ve miles", 2)));
    Password typed = Password.offered("\uFB01ve miles");

    assertThat(house.verify(ada, typed).rehashed()).isTrue();
    assertThat(house.verify(ada, typed).rehashed()).isFalse();
    assertThat(house.verify(ada, Password.offered("five miles")).rehashed()).isFalse();
    assertThat(actions()).containsExactly("created", "updated");
  }

  @Test
  void aHashThatTheServerHasNoMemoryForIsNotImported() {
    PasswordHash large =
        PasswordHash.parse(
            "$argon2id$v=19$m=131072,t=1,p=1$c2l4dGVlbiBieXRlcyBhYg$9Yp89RSHgbwiCzPNBpp7kkEEiJpcroesKi1qcNmYTng");

    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> house.passwords.importHash(house.house.submission, ada.id(), large))
        .withMessageContaining("65,536 KiB of memory");
    assertThat(actions()).isEmpty();
  }

  @Test
  void aDeletedPasswordOpensNothingAndAnotherCanBeSet() {
    house.set(ada, RIGHT);
    CredentialSummary deleted = answer(house.passwords.delete(house.house.submission, ada.id()));

    assertThat(deleted.lifecycle().isLive()).isFalse();
    assertThat(house.refuse(ada, RIGHT)).isEqualTo(new CredentialFailure.PasswordWrong());
    assertThat(refusal(house.passwords.delete(house.house.submission, ada.id())))
        .isEqualTo(new CredentialFailure.NotFound(ada.id()));

    assertThat(house.set(ada, WRONG).lifecycle().version()).isEqualTo(3);
    assertThat(house.refuse(ada, RIGHT)).isEqualTo(new CredentialFailure.PasswordWrong());
    assertThat(actions()).containsExactly("created", "deleted", "created", "verification_failed");
  }

  @Test
  void aRepeatedRequestIsAnsweredTheSame() {
    Submission once = new Submission(house.house.caller, house.house.fixtures.request(), false);
    CredentialSummary first = answer(house.passwords.set(once, ada.id(), RIGHT, null));

    assertThat(answer(house.passwords.set(once, ada.id(), RIGHT, null))).isEqualTo(first);
    assertThat(actions()).containsExactly("created");
  }

  @Test
  void aRequestThatIsOnlyValidatedSetsNothing() {
    Submission trial = new Submission(house.house.caller, null, true);

    assertThat(answer(house.passwords.set(trial, ada.id(), RIGHT, null)).failedAttempts()).isZero();
    assertThat(house.refuse(ada, RIGHT)).isEqualTo(new CredentialFailure.PasswordWrong());
    assertThat(actions()).isEmpty();
  }

  @Test
  void aPasswordGoesWithItsIdentityAndComesBackWithIt() {
    house.set(ada, RIGHT);
    answer(house.house.identities.delete(house.house.submission, ada.id(), null, false));
    assertThat(house.refuse(ada, RIGHT)).isEqualTo(new CredentialFailure.PasswordWrong());

    answer(house.house.identities.undelete(house.house.submission, ada.id(), null));

    assertThat(house.verify(ada, RIGHT).identityId()).isEqualTo(ada.id());
    assertThat(actions()).containsExactly("created", "deleted", "undeleted");
  }

  private List<String> actions() {
    AuditEventQuery query =
        new AuditEventQuery(Credential.name(ada.id()), null, null, null, null, null, false);
    return answer(house.house.store.auditEvents().list(query, PageRequest.first(100)))
        .items()
        .stream()
        .map(AuditEvent::action)
        .map(action -> action.value().substring("credential.".length()))
        .toList();
  }
}
