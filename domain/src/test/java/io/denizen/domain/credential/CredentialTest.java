package io.denizen.domain.credential;

import static io.denizen.domain.shared.Occasions.FIRST;
import static io.denizen.domain.shared.Occasions.SECOND;
import static io.denizen.domain.shared.Occasions.THIRD;
import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Action;
import io.denizen.domain.audit.Change;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CredentialTest {

  private static final IdentityId ADA = new IdentityId(new UUID(0x7000L, 7));
  private static final PasswordHash OLD = PasswordHash.parse("$2b$12$" + ".".repeat(53));
  private static final PasswordHash NEW = PasswordHash.parse("$2b$13$" + ".".repeat(53));
  private static final LockPolicy LOCKS = new LockPolicy(3, Duration.ofMinutes(1));

  private final Credential credential =
      Credential.create(
              new CredentialId(new UUID(0x7000L, 8)), ADA, new KeptPassword(OLD, true), FIRST)
          .after();

  @Test
  void theImageHasEverythingButTheHash() {
    assertThat(credential.image().fields())
        .containsEntry("name", "identities/" + ADA.value() + "/credential")
        .containsEntry("algorithm", "BCRYPT")
        .containsEntry("parameters", "c=12")
        .containsEntry("imported", true);
    assertThat(credential.image().toString()).doesNotContain("....");
    assertThat(credential.toString()).doesNotContain("....");
    assertThat(CredentialSummary.fromImage(credential.image())).isEqualTo(credential.summary());
  }

  @Test
  void theLastOfTheAttemptsLocksAndEachFurtherOneForTwiceAsLong() {
    Credential failed = fail(fail(credential));
    assertThat(failed.lockedUntil()).isNull();

    Credential locked = fail(failed);
    assertThat(locked.failedAttempts()).isEqualTo(3);
    assertThat(locked.lockedUntil()).isEqualTo(SECOND.time().plusSeconds(60));
    assertThat(fail(locked).lockedUntil()).isEqualTo(SECOND.time().plusSeconds(120));

    Credential worn = locked;
    for (int i = 0; i < 50; i++) {
      worn = fail(worn);
    }
    assertThat(worn.lockedUntil()).isEqualTo(SECOND.time().plus(LockPolicy.LONGEST));
  }

  @Test
  void aLockEndsByItself() {
    Credential locked = fail(fail(fail(credential)));
    Instant end = SECOND.time().plusSeconds(60);

    assertThat(refusal(() -> locked.requireUnlocked(end.minusNanos(1_000))))
        .isEqualTo(new CredentialFailure.Locked(end));
    assertThat(locked.requireUnlocked(end)).isEqualTo(locked);
  }

  @Test
  void aRightPasswordForgetsTheWrongOnesAndLeavesNoTraceWithoutAny() {
    assertThat(credential.accept(null, SECOND).changes()).isEmpty();

    Credential accepted = fail(credential).accept(null, THIRD).outcome();
    assertThat(accepted.failedAttempts()).isZero();
    assertThat(accepted.lockedUntil()).isNull();
    assertThat(accepted.password()).isEqualTo(credential.password());
  }

  @Test
  void aNewHashOfTheSamePasswordIsNoNewPassword() {
    Credential rehashed = fail(credential).accept(NEW, SECOND).outcome();

    assertThat(rehashed.password()).isEqualTo(KeptPassword.of(NEW));
    assertThat(rehashed.changedAt()).isEqualTo(credential.changedAt());
    assertThat(rehashed.failedAttempts()).isZero();
  }

  @Test
  void aNewPasswordStartsOver() {
    Change<Credential> change = fail(credential).set(KeptPassword.of(NEW), THIRD);

    assertThat(change.action()).isEqualTo(new Action("credential.updated"));
    assertThat(change.after().failedAttempts()).isZero();
    assertThat(change.after().changedAt()).isEqualTo(THIRD.time());
  }

  @Test
  void aPasswordAfterADeletedOneIsTheNextVersionOfTheSame() {
    Credential deleted = credential.delete(SECOND).after();
    Change<Credential> change = deleted.set(KeptPassword.of(NEW), THIRD);

    assertThat(change.action()).isEqualTo(new Action("credential.created"));
    assertThat(change.after().lifecycle().isLive()).isTrue();
    assertThat(change.after().lifecycle().version()).isEqualTo(3);
    assertThat(change.after().id()).isEqualTo(credential.id());
  }

  private static Credential fail(Credential credential) {
    Occasion now = SECOND;
    Change<Credential> change = credential.fail(LOCKS, now);
    assertThat(change.action()).isEqualTo(new Action("credential.verification_failed"));
    return change.after();
  }
}
