package io.denizen.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.credential.PasswordHash;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hashes that were made by others: Argon2 by argon2-cffi 25.1 (the reference implementation in C),
 * {@code $2a$} and {@code $2b$} by bcrypt 5.0 (Rust), {@code $2y$} and {@code $7$} by crypt(3) of
 * libxcrypt 4.4, scrypt and PBKDF2 by Python 3.11's hashlib (OpenSSL).
 */
final class KnownAnswersTest {

  private static final String ASCII = "correct horse battery staple";
  private static final String UNICODE = "Zoë's naïve pässwörd 🗝";

  static Stream<String> ofAscii() {
    return Stream.of(
        "$argon2id$v=19$m=65536,t=3,p=4$c2l4dGVlbiBieXRlcyBhYg$9Yp89RSHgbwiCzPNBpp7kkEEiJpcroesKi1qcNmYTng",
        "$argon2i$v=19$m=512,t=4,p=2$c2l4dGVlbiBieXRlcyBhYg$hCSIek0p0BezvlP/ezMVOWsN+yEg3Rj5oMqWbYZWtSc",
        "$argon2i$v=16$m=256,t=2,p=1$c2l4dGVlbiBieXRlcyBhYg$WWU3jcH4dNkyAHUTALspwA5sRbjFAcJLeXtpIDKAGCs",
        // Before versions were written down there was one.
        "$argon2i$m=256,t=2,p=1$c2l4dGVlbiBieXRlcyBhYg$WWU3jcH4dNkyAHUTALspwA5sRbjFAcJLeXtpIDKAGCs",
        "$2y$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS",
        "$7$BU..../....somesaltofmine$JTsa7VsUQtWaLDnX8aRv5prawbq5nQ.ftS0ePG8cvd/",
        "$scrypt$ln=10,r=8,p=2$c2l4dGVlbiBieXRlcyBhYg$rfCN1U3epRvZ3z+laktpTE/Su6JVYjKUnc8MDCElxg4",
        "$pbkdf2-sha256$i=1000$c2l4dGVlbiBieXRlcyBhYg$1aebJHcU3VRp0f/JcA0yMHHc0XNPTmiJpHgDnv+OQBs",
        "$pbkdf2-sha256$29000$c2l4dGVlbiBieXRlcyBhYg$OSTqgB.1060Rx66FbLjXuxGGJdEuyCM0EOZ6MoPthfQ",
        "$pbkdf2-sha512$i=1000$c2l4dGVlbiBieXRlcyBhYg$ucW2Z2Ki0VcOOEl2+ovuOz9fg4yzIvf90Lo4gDuw8Qw5VTCZIWnEq3LVcI5O/xQ22+HQCSlAlykrWVPspZAdzg",
        "$pbkdf2-sha512$29000$c2l4dGVlbiBieXRlcyBhYg$d8SWVgPBRHS.KynH9CrY1ZhtMWb80RcOnEjbwuBBJmU");
  }

  static Stream<String> ofUnicode() {
    return Stream.of(
        "$argon2id$v=19$m=1024,t=2,p=1$c2FsdHNhbHQ$ZO6194aDVksLBPkEoutM92RhHzqbl3Bg",
        "$2b$05$abcdefghijklmnopqrstuuuuqz1gF4QgiB.cqUW/nlqBh.DFGWlf2",
        "$2a$06$abcdefghijklmnopqrstuuvZrIrhVZvnv6XahJHkMd1jrSc12uqjy",
        "$7$A2..../....abcdefgh$rExkpWjaJ1Ynh1rPQtB9o34WkVrUTsDbc5ruG4cahG9",
        "$scrypt$ln=4,r=1,p=1$c2l4dGVlbiBieXRlcyBhYg$rYDcAiBVYDazdm5vA1vdGTe5g4RWh6LPdWTok7MwCwJ0M5sch0qPIsIZ2oCcM2ldGWQUuDipD3PjH2r2QCVdNw",
        "$pbkdf2-sha256$i=4096,l=32$c2l4dGVlbiBieXRlcyBhYg$Jh7ajZt86JXShCZAYVV75RSVFZj1VG/rAQqwc1+UxFY",
        "$pbkdf2-sha512$i=4096,l=32$c2l4dGVlbiBieXRlcyBhYg$MdF5JtK9ikaEviPYCpK2dtwPGk4zwZwmJ/avPYC6fCQ");
  }

  /** bcrypt takes 72 bytes. */
  static Stream<String> ofSeventyTwo() {
    return Stream.of("$2b$04$......................SZFhVdUK5wGKY4lx/QrgUMHG0XsWjbi");
  }

  @ParameterizedTest
  @MethodSource("ofAscii")
  void aHashOfAsciiMatchesItsPasswordAlone(String text) {
    assertMatches(text, ASCII);
  }

  @ParameterizedTest
  @MethodSource("ofUnicode")
  void aHashOfLettersOfAllKindsMatchesItsPasswordAlone(String text) {
    assertMatches(text, UNICODE);
  }

  @ParameterizedTest
  @MethodSource("ofSeventyTwo")
  void bcryptPassesOverWhatIsBehindSeventyTwoBytes(String text) {
    PasswordHash hash = PasswordHash.parse(text);

    assertThat(Digests.matches("x".repeat(72), hash)).isTrue();
    assertThat(Digests.matches("x".repeat(73), hash)).isTrue();
    assertThat(Digests.matches("x".repeat(71), hash)).isFalse();
  }

  private static void assertMatches(String text, String password) {
    PasswordHash hash = PasswordHash.parse(text);

    for (PasswordHash read : new PasswordHash[] {hash, PasswordHash.parse(hash.text())}) {
      assertThat(Digests.matches(password, read)).isTrue();
      assertThat(Digests.matches(password + "r", read)).isFalse();
      assertThat(Digests.matches("c", read)).isFalse();
    }
  }
}
