package io.denizen.domain.credential;

import static io.denizen.domain.shared.Occasions.FIRST;
import static io.denizen.domain.shared.Occasions.SECOND;
import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.TokenHash;
import io.denizen.domain.shared.TokenSecret;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerificationTokenTest {

  private static final IdentityDetails DETAILS =
      new IdentityDetails(new EmailAddress("Ada@example.org"), null, new DisplayName("Ada"));

  private final Identity ada = identity(DETAILS);

  @Test
  void aTokenProvesSomethingUntilItExpiresIsUsedOrDeleted() {
    VerificationToken token = issue(VerificationPurpose.TWO_FACTOR);

    assertThat(token.proves(ada, FIRST.time())).isTrue();
    assertThat(token.proves(ada, token.expiresAt().minusNanos(1_000))).isTrue();
    assertThat(token.proves(ada, token.expiresAt())).isFalse();
    assertThat(token.consume(SECOND).after().proves(ada, FIRST.time())).isFalse();
    assertThat(token.delete(SECOND).after().proves(ada, FIRST.time())).isFalse();
  }

  @Test
  void aTokenForAnAddressProvesNothingOfAnother() {
    Identity sameAddress = identity(DETAILS.withEmail(new EmailAddress("ada@EXAMPLE.org")));
    Identity other = identity(DETAILS.withEmail(new EmailAddress("a@example.org")));

    for (VerificationPurpose purpose :
        List.of(VerificationPurpose.EMAIL, VerificationPurpose.PASSWORD_RESET)) {
      VerificationToken token = issue(purpose);
      assertThat(token.proves(sameAddress, FIRST.time())).as(purpose.name()).isTrue();
      assertThat(token.proves(other, FIRST.time())).as(purpose.name()).isFalse();
    }
    assertThat(issue(VerificationPurpose.TWO_FACTOR).proves(other, FIRST.time())).isTrue();
  }

  @Test
  void whoHasNoAddressCannotProveOne() {
    Identity service =
        Identity.create(ada.id(), IdentityKind.SERVICE, DETAILS.withEmail(null), FIRST).after();

    assertThat(
            refusal(
                () ->
                    VerificationToken.issue(
                        new VerificationTokenId(new UUID(0x7000L, 9)),
                        service,
                        VerificationPurpose.EMAIL,
                        TokenSecret.offered("x").hash(),
                        Duration.ofHours(1),
                        FIRST)))
        .isEqualTo(new CredentialFailure.NoEmail(ada.id()));
  }

  @Test
  void aDeletedTokenDoesNotComeBack() {
    VerificationToken deleted = issue(VerificationPurpose.TWO_FACTOR).delete(SECOND).after();

    assertThatIllegalStateException().isThrownBy(() -> deleted.undelete(SECOND));
  }

  @Test
  void aHashIsADigestAndNothingElse() {
    String digest = "0f".repeat(32);

    assertThat(new TokenHash(digest).hex()).isEqualTo(digest);
    for (String wrong : List.of("0F".repeat(32), "0g".repeat(32), "0f".repeat(31), "")) {
      assertThat(refusal(() -> new TokenHash(wrong))).as(wrong).isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void theImageHasEverythingButTheHash() {
    VerificationToken token = issue(VerificationPurpose.EMAIL);

    assertThat(TokenSummary.fromImage(token.image())).isEqualTo(token.summary());
    assertThat(token.image().toString()).doesNotContain(token.hash().hex());
    assertThat(token.toString()).doesNotContain(token.hash().hex());
  }

  private VerificationToken issue(VerificationPurpose purpose) {
    return VerificationToken.issue(
            new VerificationTokenId(new UUID(0x7000L, 9)),
            ada,
            purpose,
            TokenSecret.offered("dzv_secret").hash(),
            Duration.ofHours(1),
            FIRST)
        .after();
  }

  private static Identity identity(IdentityDetails details) {
    return Identity.create(
            new IdentityId(new UUID(0x7000L, 7)), IdentityKind.PERSON, details, FIRST)
        .after();
  }
}
