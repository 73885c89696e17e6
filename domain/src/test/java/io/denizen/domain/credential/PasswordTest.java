package io.denizen.domain.credential;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.Occasions;
import io.denizen.domain.shared.TokenKind;
import io.denizen.domain.shared.TokenSecret;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

  @Test
  void aNewPasswordHasEightToAThousandAndTwentyFourLetters() {
    for (String good :
        new String[] {"x".repeat(8), "x".repeat(1_024), "𐐨".repeat(8), " ".repeat(8)}) {
      assertThat(Password.chosen(good).typed()).isEqualTo(good);
    }
    for (String bad : new String[] {"", "x".repeat(7), "𐐨".repeat(7), "x".repeat(1_025)}) {
      assertThat(refusal(() -> Password.chosen(bad))).isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void lengthIsThatOfTheNormalForm() {
    // Each of these letters is seven once it is normalised, or four of them are one.
    assertThat(Password.chosen("\u2100\u2100\u2100").normalized()).isEqualTo("a/ca/ca/c");
    assertThat(refusal(() -> Password.chosen("e\u0301".repeat(7))))
        .isInstanceOf(InvalidValue.class);
    assertThat(refusal(() -> Password.chosen("\uFDFA".repeat(100))))
        .isInstanceOf(InvalidValue.class);
    assertThat(refusal(() -> Password.chosen("e\u0301".repeat(1_000_000))))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void aPasswordThatWasSetElsewhereMayBeShorter() {
    assertThat(Password.offered("x").normalized()).isEqualTo("x");
    assertThat(refusal(() -> Password.offered(""))).isInstanceOf(InvalidValue.class);
    assertThat(refusal(() -> Password.offered("x".repeat(1_025)))).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct\0horse", "correct\uD800horse"})
  void whatHashesWouldTakeInPartsIsRefused(String text) {
    assertThat(refusal(() -> Password.chosen(text))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void nothingShowsAPassword() {
    assertThat(Password.chosen("correct horse")).hasToString("Password[hidden]");
    assertThat(TokenSecret.offered("dzv_secret")).hasToString("TokenSecret[hidden]");
    assertThat(TokenSecret.offered("dzv_secret").hash()).hasToString("TokenHash[hidden]");
  }

  @Test
  void nobodyHasTheirAddressOrAKnownPassword() {
    PasswordPolicy policy = new PasswordPolicy(password -> password.key().equals("password1"));
    Identity ada =
        Identity.create(
                new IdentityId(new UUID(0x7000L, 7)),
                IdentityKind.PERSON,
                new IdentityDetails(
                    new EmailAddress("Ada@example.org"), null, new DisplayName("Ada")),
                Occasions.FIRST)
            .after();

    for (String bad : new String[] {"Ada@example.org", "ADA@EXAMPLE.ORG", "\uFF21da@example.org"}) {
      assertThat(refusal(() -> policy.allowed(Password.chosen(bad), ada)))
          .isEqualTo(new CredentialFailure.TooEasy("must not be the email address"));
    }
    assertThat(refusal(() -> policy.allowed(Password.chosen("PassWord1"), ada)))
        .isInstanceOf(CredentialFailure.TooEasy.class);
    assertThat(policy.allowed(Password.chosen("correct horse"), ada)).isNotNull();
  }

  @Test
  void aTokenIsFoundByTheDigestOfItsText() {
    // printf dzv_secret | sha256sum
    assertThat(TokenSecret.offered("dzv_secret").hash().hex())
        .isEqualTo("73fac4ae97c7d163e2f7887262b8a865bb078eed1b8af0f859cab431f1219c19");
    assertThat(TokenSecret.of(TokenKind.VERIFICATION, new byte[32]).reveal())
        .isEqualTo("dzv_" + "A".repeat(43));
    assertThat(TokenSecret.of(TokenKind.INVITATION, new byte[32]).reveal())
        .isEqualTo("dzi_" + "A".repeat(43));
    assertThat(refusal(() -> TokenSecret.offered("x".repeat(101))))
        .isInstanceOf(InvalidValue.class);
  }
}
