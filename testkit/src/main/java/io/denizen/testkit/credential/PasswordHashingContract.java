package io.denizen.testkit.credential;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.credential.KeptPassword;
import io.denizen.domain.credential.Password;
import io.denizen.domain.credential.PasswordHash;
import io.denizen.domain.credential.PasswordHashing;
import org.junit.jupiter.api.Test;

/** What {@link PasswordHashing} promises, whatever it hashes with. */
public abstract class PasswordHashingContract {

  private static final Password PASSWORD = Password.chosen("correct horse battery staple");

  /** The port under test. */
  protected abstract PasswordHashing hashing();

  @Test
  void aPasswordMatchesItsHashAndNoOtherDoes() {
    KeptPassword kept = KeptPassword.of(answer(hashing().hash(PASSWORD)));

    assertThat(answer(hashing().matches(PASSWORD, kept))).isTrue();
    for (String other :
        new String[] {
          "correct horse battery stapl", "Correct horse battery staple", "c", "\uFFFD"
        }) {
      assertThat(answer(hashing().matches(Password.offered(other), kept))).as(other).isFalse();
    }
  }

  @Test
  void aHashThatWasKeptAsTextStillMatches() {
    PasswordHash hash = answer(hashing().hash(PASSWORD));
    PasswordHash read = PasswordHash.parse(hash.text());

    assertThat(read).isEqualTo(hash);
    assertThat(answer(hashing().matches(PASSWORD, KeptPassword.of(read)))).isTrue();
  }

  @Test
  void onePasswordHasAnotherHashEachTime() {
    assertThat(answer(hashing().hash(PASSWORD))).isNotEqualTo(answer(hashing().hash(PASSWORD)));
  }

  @Test
  void aPasswordIsTheSameHoweverItIsComposed() {
    Password composed = Password.chosen("Zo\u00EB \uFB01ve \u2460 \u212B");
    Password decomposed = Password.chosen("Zoe\u0308 five 1 A\u030A");
    KeptPassword kept = KeptPassword.of(answer(hashing().hash(composed)));

    assertThat(answer(hashing().matches(decomposed, kept))).isTrue();
  }

  @Test
  void aHashFromElsewhereIsOfThePasswordAsItWasTyped() {
    Password typed = Password.chosen("\uFB01ve hundred miles");
    PasswordHash ofNormalForm = answer(hashing().hash(typed));

    assertThat(answer(hashing().matches(typed, new KeptPassword(ofNormalForm, true)))).isFalse();
    assertThat(
            answer(
                hashing()
                    .matches(
                        Password.chosen("five hundred miles"),
                        new KeptPassword(ofNormalForm, true))))
        .isTrue();
  }

  @Test
  void whatIsNewIsCurrent() {
    assertThat(hashing().isCurrent(answer(hashing().hash(PASSWORD)))).isTrue();
  }

  @Test
  void nothingMatchesNobody() {
    assertThat(answer(hashing().matchesNothing(PASSWORD))).isFalse();
  }

  @Test
  void hashesAreOfAllOfALongPassword() {
    Password tooLong = Password.chosen("x".repeat(Password.MAX_LENGTH));
    KeptPassword kept = KeptPassword.of(answer(hashing().hash(tooLong)));

    assertThat(answer(hashing().matches(tooLong, kept))).isTrue();
    assertThat(
            answer(
                hashing()
                    .matches(Password.chosen("x".repeat(Password.MAX_LENGTH - 1) + "y"), kept)))
        .isFalse();
  }
}
