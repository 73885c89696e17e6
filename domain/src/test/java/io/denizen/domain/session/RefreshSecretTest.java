package io.denizen.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshSecretTest {

  /** The bytes 0 to 31. */
  private static final RefreshSecret COUNTING =
      RefreshSecret.random(
          count -> {
            byte[] bytes = new byte[count];
            IntStream.range(0, count).forEach(i -> bytes[i] = (byte) i);
            return bytes;
          });

  private static final String TEXT = "dzr_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

  /** From Python's base64, hashlib and hmac. */
  @Test
  void isWrittenDigestedAndFollowedAsOthersDoIt() {
    assertThat(COUNTING.text()).isEqualTo(TEXT);
    assertThat(COUNTING.hash().hex())
        .isEqualTo("630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd");
    assertThat(COUNTING.next(new TokenSalt("ff".repeat(32))).text())
        .isEqualTo("dzr_t4SI75tPWce0xorHN7TJkvWiJXaqLLIiAkOIoyRb5Gc");
  }

  @Test
  void isReadFromWhatItWasWritten() {
    assertThat(RefreshSecret.parse(TEXT)).contains(COUNTING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "dzr_",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
        "dzv_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
        "dzr_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh",
        "dzr_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "dzr_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8 ",
        "dzr_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdH+8",
        "dzr_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh\u00E9",
      })
  void isNothingElse(String text) {
    assertThat(RefreshSecret.parse(text)).isEmpty();
  }

  /** Base64 leaves two bits of the last letter unused. */
  @Test
  void isWrittenInOneWayOnly() {
    assertThat(RefreshSecret.parse(TEXT.substring(0, TEXT.length() - 1) + "9")).isEmpty();
  }

  @Test
  void isFollowedByAnotherForEachSaltAndEachToken() {
    TokenSalt salt = new TokenSalt("00".repeat(32));
    TokenSalt other = new TokenSalt("01".repeat(32));

    assertThat(COUNTING.next(salt))
        .isEqualTo(COUNTING.next(salt))
        .isNotEqualTo(COUNTING.next(other))
        .isNotEqualTo(COUNTING.next(salt).next(salt));
  }

  @Test
  void keepsItselfToItself() {
    String salt = HexFormat.of().formatHex(new byte[32]);

    assertThat(COUNTING).hasToString("RefreshSecret");
    assertThat(COUNTING.hash()).hasToString("RefreshTokenHash");
    assertThat(new TokenSalt(salt)).hasToString("TokenSalt");
  }
}
