package io.denizen.hashing;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.denizen.domain.credential.Argon2Cost;
import io.denizen.domain.credential.CredentialFailure.HashTooLarge;
import io.denizen.domain.credential.KeptPassword;
import io.denizen.domain.credential.Password;
import io.denizen.domain.credential.PasswordHash;
import io.denizen.domain.credential.PasswordHashing;
import io.denizen.domain.shared.CallerScope;
import io.denizen.testkit.credential.PasswordHashingContract;
import io.opentelemetry.api.metrics.MeterProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PasswordHasherTest extends PasswordHashingContract {

  private static final Argon2Cost LIGHT = new Argon2Cost(64, 1, 1);

  private final PasswordHasher hasher =
      new PasswordHasher(
          new PasswordHasher.Settings(LIGHT, 2, 100, 1_024),
          CallerScope.NONE,
          MeterProvider.noop().get("test"));

  @AfterEach
  void close() {
    hasher.close();
  }

  @Override
  protected PasswordHashing hashing() {
    return hasher;
  }

  @Test
  void newHashesAreArgon2idWithTheParametersGiven() {
    assertThat(answer(hasher.hash(Password.chosen("correct horse"))).text())
        .startsWith("$argon2id$v=19$m=64,t=1,p=1$");
  }

  @Test
  void hashesOfOtherParametersAreNotCurrent() {
    for (String text :
        new String[] {
          "$argon2id$v=19$m=65,t=1,p=1$c2l4dGVlbiBieXRlcyBhYg$9Yp89RSHgbwiCzPNBpp7kkEEiJpcroesKi1qcNmYTng",
          "$argon2i$v=19$m=64,t=1,p=1$c2l4dGVlbiBieXRlcyBhYg$9Yp89RSHgbwiCzPNBpp7kkEEiJpcroesKi1qcNmYTng",
          "$argon2id$v=16$m=64,t=1,p=1$c2l4dGVlbiBieXRlcyBhYg$9Yp89RSHgbwiCzPNBpp7kkEEiJpcroesKi1qcNmYTng",
          "$2y$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS"
        }) {
      assertThat(hasher.isCurrent(PasswordHash.parse(text))).as(text).isFalse();
    }
  }

  @Test
  void whatTakesMoreMemoryThanThereIsToSpareIsNotEvenBegun() {
    PasswordHash large =
        PasswordHash.parse(
            "$argon2id$v=19$m=262144,t=8,p=1$c2l4dGVlbiBieXRlcyBhYg$9Yp89RSHgbwiCzPNBpp7kkEEiJpcroesKi1qcNmYTng");
    Password password = Password.offered("correct horse");

    assertThat(hasher.maxMemoryKib()).isEqualTo(1_024);
    assertThat(refusal(hasher.matches(password, new KeptPassword(large, true))))
        .isEqualTo(new HashTooLarge(262_144, 1_024));
  }

  @Test
  void aServerThatCouldNotHashOnePasswordDoesNotStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PasswordHasher.Settings(LIGHT, 1, 1, LIGHT.memoryKib() - 1))
        .withMessage("hashing a password takes 64 KiB, and all of it may take 63 KiB");
  }

  @Test
  void thisMachineHasRoomForOneOrMore() {
    PasswordHasher.Settings settings = PasswordHasher.Settings.ofThisMachine(LIGHT);

    assertThat(settings.threads()).isPositive();
    assertThat(settings.waiting()).isGreaterThanOrEqualTo(64);
    assertThat(settings.memoryKib()).isPositive();
  }
}
