package io.denizen.domain.credential;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.shared.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hash's text says, and which are refused before anything is computed. */
class PasswordHashTest {

  private static final String SALT = "c2l4dGVlbiBieXRlcyBhYg";
  private static final String DIGEST = "9Yp89RSHgbwiCzPNBpp7kkEEiJpcroesKi1qcNmYTng";
  private static final String BCRYPT = "abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS";

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "$argon2id$v=19$m=65536,t=3,p=4 ARGON2ID m=65536,t=3,p=4",
        "$argon2i$v=16$m=64,t=1,p=8 ARGON2I m=64,t=1,p=8",
        "$scrypt$ln=17,r=8,p=1 SCRYPT ln=17,r=8,p=1",
        "$pbkdf2-sha256$i=600000 PBKDF2_SHA256 i=600000",
        "$pbkdf2-sha256$i=600000,l=32 PBKDF2_SHA256 i=600000",
        "$pbkdf2-sha512$210000 PBKDF2_SHA512 i=210000",
      })
  void aHashSaysWhatItIsAndNotMore(String text, PasswordAlgorithm algorithm, String parameters) {
    PasswordHash hash = PasswordHash.parse(whole(text));

    assertThat(hash.algorithm()).isEqualTo(algorithm);
    assertThat(hash.parameters()).isEqualTo(parameters);
    assertThat(PasswordHash.parse(hash.text())).isEqualTo(hash);
    assertThat(hash.toString()).doesNotContain(SALT, DIGEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2a", "2b", "2y"})
  void bcryptIsKeptAsItIs(String variant) {
    String text = "$" + variant + "$05$" + BCRYPT.substring(0, 53);
    PasswordHash hash = PasswordHash.parse(text);

    assertThat(hash.algorithm()).isEqualTo(PasswordAlgorithm.BCRYPT);
    assertThat(hash.parameters()).isEqualTo("c=5");
    assertThat(hash.text()).isEqualTo(text);
    assertThat(hash).hasToString("BcryptHash[c=5]");
  }

  @Test
  void scryptOfCryptIsKeptLikeAnyOther() {
    PasswordHash hash =
        PasswordHash.parse(
            "$7$BU..../....somesaltofmine$JTsa7VsUQtWaLDnX8aRv5prawbq5nQ.ftS0ePG8cvd/");

    assertThat(hash.parameters()).isEqualTo("ln=13,r=32,p=1");
    assertThat(hash)
        .isInstanceOfSatisfying(
            ScryptHash.class,
            scrypt -> {
              assertThat(new String(scrypt.salt().toByteArray(), StandardCharsets.US_ASCII))
                  .isEqualTo("somesaltofmine");
              assertThat(scrypt.digest().length()).isEqualTo(32);
            });
    assertThat(PasswordHash.parse(hash.text())).isEqualTo(hash);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A TiB, and a KiB more than is allowed.
        "$argon2id$v=19$m=1073741824,t=1,p=1",
        "$argon2id$v=19$m=262145,t=1,p=1",
        "$argon2id$v=19$m=99999999999999999999,t=1,p=1",
        "$argon2id$v=19$m=65536,t=33,p=1",
        "$argon2id$v=19$m=65536,t=4294967295,p=1",
        "$argon2id$v=19$m=65536,t=0,p=1",
        "$argon2id$v=19$m=65536,t=1,p=0",
        "$argon2id$v=19$m=262144,t=1,p=65",
        "$argon2id$v=19$m=31,t=1,p=4",
        "$argon2id$v=18$m=65536,t=3,p=4",
        "$argon2d$v=19$m=65536,t=3,p=4",
        "$argon2id$v=19$m=65536,p=4,t=3",
        "$argon2id$v=19$m=65536,t=3",
        "$argon2id$v=19$m=-1,t=3,p=4",
        "$argon2id$v=19$m=65536,t=3,p=4,keyid=1",
        "$scrypt$ln=30,r=8,p=1",
        "$scrypt$ln=20,r=3,p=1",
        "$scrypt$ln=17,r=8,p=9",
        "$scrypt$ln=16,r=1,p=1",
        "$scrypt$ln=0,r=8,p=1",
        "$scrypt$ln=10,r=0,p=1",
        "$pbkdf2-sha256$i=4294967295",
        "$pbkdf2-sha256$i=2000001",
        "$pbkdf2-sha256$i=0",
        "$pbkdf2-sha256$",
        "$pbkdf2-sha1$i=1000",
        "$pbkdf2$i=1000",
      })
  void absurdOrUnknownParametersAreRefused(String text) {
    assertThat(refusal(() -> PasswordHash.parse(whole(text)))).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$",
        "password",
        "$$$",
        "$argon2id",
        "$argon2id$v=19$m=65536,t=3,p=4",
        "$argon2id$v=19$m=65536,t=3,p=4$" + SALT,
        "$argon2id$v=19$m=65536,t=3,p=4$" + SALT + "$" + DIGEST + "$",
        "$argon2id$v=19$m=65536,t=3,p=4$short$" + DIGEST,
        "$argon2id$v=19$m=65536,t=3,p=4$" + SALT + "$short",
        "$argon2id$v=19$m=65536,t=3,p=4$*$" + DIGEST,
        "$2b$31$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS",
        "$2b$16$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS",
        "$2b$03$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS",
        "$2b$5$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuSS",
        "$2b$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/Zsu",
        "$2b$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/Zsu+",
        "$2x$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS",
        "$7$",
        "$7$BU..../....$",
        "$7$BU..../....somesaltofmine",
        "$7$zU..../....somesaltofmine$JTsa7VsUQtWaLDnX8aRv5prawbq5nQ.ftS0ePG8cvd/",
        "$7$BU..../....somesaltofmine$*",
        // crypt(3) takes its salt as it is written; '?' in the place of a letter is another.
        "$7$BU..../....somesältofmine$JTsa7VsUQtWaLDnX8aRv5prawbq5nQ.ftS0ePG8cvd/",
        "$1$salt$digest",
      })
  void whatIsNoHashIsRefusedWithoutBeingRepeated(String text) {
    assertThat(refusal(() -> PasswordHash.parse(text)))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            invalid -> assertThat(invalid.message()).startsWith("must").doesNotContain(SALT));
  }

  @Test
  void aTextThatIsTooLongIsToldSo() {
    InvalidValue tooLong = new InvalidValue("must be at most 512 characters");

    assertThat(refusal(() -> PasswordHash.parse("$" + "a".repeat(512)))).isEqualTo(tooLong);
    assertThat(refusal(() -> PasswordHash.parse("$" + "a".repeat(511)))).isNotEqualTo(tooLong);
  }

  /** A digest of 128 bytes is four blocks of SHA-256 and two of SHA-512. */
  @ParameterizedTest
  @CsvSource({
    "pbkdf2-sha256, 128, 500000",
    "pbkdf2-sha256, 33, 1000000",
    "pbkdf2-sha256, 32, 2000000",
    "pbkdf2-sha512, 128, 1000000",
    "pbkdf2-sha512, 64, 2000000"
  })
  void iterationsCountInEachBlockOfTheDigest(String algorithm, int length, int most) {
    String digest = Base64.getEncoder().withoutPadding().encodeToString(new byte[length]);
    String form = "$" + algorithm + "$i=%d$" + SALT + "$" + digest;

    assertThat(PasswordHash.parse(form.formatted(most)).parameters()).isEqualTo("i=" + most);
    assertThat(refusal(() -> PasswordHash.parse(form.formatted(most + 1))))
        .isInstanceOf(InvalidValue.class);
  }

  private static String whole(String text) {
    return text + "$" + SALT + "$" + DIGEST;
  }
}
