package io.denizen.application.credential;

import static io.denizen.application.credential.CredentialHouse.KNOWN;
import static io.denizen.application.credential.CredentialHouse.RIGHT;
import static io.denizen.application.credential.CredentialHouse.WRONG;
import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.credential.CredentialFailure;
import io.denizen.domain.credential.VerificationPurpose;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.TokenSecret;
import io.denizen.testkit.shared.Together;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerificationTest {

  private static final Failure INVALID = new CredentialFailure.TokenInvalid();

  private final CredentialHouse house = new CredentialHouse();
  private final Identity ada = house.personWith(WRONG);

  @Test
  void aConfirmedAddressIsVerifiedInTheSameChange() {
    TokenSecret token = issue(VerificationPurpose.EMAIL);
    answer(house.tokens.confirm(house.house.submission, token, null));

    assertThat(current().emailVerified()).isTrue();
    assertThat(lastSet()).containsExactly("verification_token.updated", "identity.updated");
    assertThat(refuse(token)).as("once only").isEqualTo(INVALID);
  }

  @Test
  void anAddressThatIsVerifiedAlreadyCanBeAgain() {
    answer(house.tokens.confirm(house.house.submission, issue(VerificationPurpose.EMAIL), null));
    answer(house.tokens.confirm(house.house.submission, issue(VerificationPurpose.EMAIL), null));

    assertThat(lastSet()).containsExactly("verification_token.updated");
  }

  @Test
  void aTokenForAnAddressThatWasChangedIsGoodForNothing() {
    TokenSecret token = issue(VerificationPurpose.EMAIL);
    answer(
        house.house.identities.update(
            house.house.submission,
            ada.id(),
            null,
            now -> now.details().withEmail(house.house.fixtures.email())));

    assertThat(refuse(token)).isEqualTo(INVALID);
    assertThat(current().emailVerified()).isFalse();
  }

  @Test
  void aTokenToResetThePasswordEndsWithTheAddressThatItWasSentTo() {
    TokenSecret token = issue(VerificationPurpose.PASSWORD_RESET);
    answer(
        house.house.identities.update(
            house.house.submission,
            ada.id(),
            null,
            now -> now.details().withEmail(house.house.fixtures.email())));

    assertThat(refusal(house.tokens.confirm(house.house.submission, token, RIGHT)))
        .isEqualTo(INVALID);
  }

  @Test
  void aTokenToResetThePasswordEndsWithThePassword() {
    TokenSecret token = issue(VerificationPurpose.PASSWORD_RESET);
    TokenSecret other = issue(VerificationPurpose.TWO_FACTOR);
    house.set(ada, RIGHT);

    assertThat(lastSet()).containsExactly("credential.updated", "verification_token.deleted");
    assertThat(refusal(house.tokens.confirm(house.house.submission, token, WRONG)))
        .isEqualTo(INVALID);
    answer(house.tokens.confirm(house.house.submission, other, null));
  }

  @Test
  void aTokenToResetThePasswordEndsWithAPasswordThatIsTakenAway() {
    TokenSecret token = issue(VerificationPurpose.PASSWORD_RESET);
    answer(house.passwords.delete(house.house.submission, ada.id()));

    assertThat(lastSet()).containsExactly("credential.deleted", "verification_token.deleted");
    assertThat(refusal(house.tokens.confirm(house.house.submission, token, WRONG)))
        .isEqualTo(INVALID);
  }

  @Test
  void aForgottenPasswordIsReplacedInTheSameChange() {
    TokenSecret token = issue(VerificationPurpose.PASSWORD_RESET);
    house.failTimes(2, house.personWith(RIGHT));
    assertThat(answer(house.tokens.confirm(house.house.submission, token, RIGHT)).identityId())
        .isEqualTo(ada.id());

    assertThat(lastSet()).containsExactly("verification_token.updated", "credential.updated");
    assertThat(house.verify(ada, RIGHT).identityId()).isEqualTo(ada.id());
    assertThat(refusal(house.tokens.confirm(house.house.submission, token, WRONG)))
        .isEqualTo(INVALID);
  }

  @Test
  void aPasswordComesWithATokenThatResetsOneAndWithNoOther() {
    TokenSecret reset = issue(VerificationPurpose.PASSWORD_RESET);
    TokenSecret twoFactor = issue(VerificationPurpose.TWO_FACTOR);

    assertThat(refuse(reset))
        .isEqualTo(new CredentialFailure.PasswordMisplaced(VerificationPurpose.PASSWORD_RESET));
    assertThat(refusal(house.tokens.confirm(house.house.submission, twoFactor, RIGHT)))
        .isEqualTo(new CredentialFailure.PasswordMisplaced(VerificationPurpose.TWO_FACTOR));
    assertThat(refusal(house.tokens.confirm(house.house.submission, reset, KNOWN)))
        .isInstanceOf(CredentialFailure.TooEasy.class);
    answer(house.tokens.confirm(house.house.submission, reset, RIGHT));
    answer(house.tokens.confirm(house.house.submission, twoFactor, null));
  }

  @Test
  void aNewerTokenOfItsPurposeEndsAToken() {
    TokenSecret first = issue(VerificationPurpose.TWO_FACTOR);
    TokenSecret other = issue(VerificationPurpose.EMAIL);
    TokenSecret second = issue(VerificationPurpose.TWO_FACTOR);

    assertThat(lastSet())
        .containsExactly("verification_token.deleted", "verification_token.created");
    assertThat(refuse(first)).isEqualTo(INVALID);
    answer(house.tokens.confirm(house.house.submission, second, null));
    answer(house.tokens.confirm(house.house.submission, other, null));
  }

  @Test
  void aTokenEndsWithItsTime() {
    TokenSecret token = issue(VerificationPurpose.TWO_FACTOR);
    house.pass(VerificationPurpose.TWO_FACTOR.lifetime());

    assertThat(refuse(token)).isEqualTo(INVALID);
  }

  @Test
  void aTokenEndsWithItsIdentityAndDoesNotComeBack() {
    TokenSecret token = issue(VerificationPurpose.TWO_FACTOR);
    answer(house.house.identities.delete(house.house.submission, ada.id(), null, false));
    assertThat(refuse(token)).isEqualTo(INVALID);

    answer(house.house.identities.undelete(house.house.submission, ada.id(), null));
    assertThat(refuse(token)).isEqualTo(INVALID);
  }

  @Test
  void whatNobodyIssuedProvesNothing() {
    assertThat(refuse(TokenSecret.offered("dzv_guess"))).isEqualTo(INVALID);
    IdentityId nobody = house.house.fixtures.identityId();
    assertThat(
            refusal(
                house.tokens.issue(
                    house.house.submission,
                    nobody,
                    VerificationPurpose.EMAIL,
                    Duration.ofHours(1))))
        .isEqualTo(new IdentityFailure.NotFound(nobody));
  }

  @Test
  void aTokenIsGivenOutOnce() {
    Submission once = new Submission(house.house.caller, house.house.fixtures.request(), false);
    IssuedToken first = issue(once);
    IssuedToken repeated = issue(once);

    assertThat(first.secret()).isPresent();
    assertThat(repeated).isEqualTo(new IssuedToken(first.token(), Optional.empty()));
    assertThat(issue(new Submission(house.house.caller, null, true)).secret()).isEmpty();
    answer(house.tokens.confirm(house.house.submission, first.secret().orElseThrow(), null));
  }

  @Test
  void manyWhoConfirmATokenAtOnceAreOne() {
    TokenSecret token = issue(VerificationPurpose.TWO_FACTOR);

    long refused =
        Together.start(16, number -> house.tokens.confirm(house.house.submission, token, null))
            .stream()
            .filter(stage -> answer(stage.handle((value, thrown) -> thrown != null)))
            .peek(stage -> assertThat(refusal(stage)).isEqualTo(INVALID))
            .count();

    assertThat(refused).isEqualTo(15);
  }

  @Test
  void manyTokensIssuedAtOnceLeaveOne() {
    Together.start(
            8,
            number ->
                house.tokens.issue(
                    house.house.submission,
                    ada.id(),
                    VerificationPurpose.EMAIL,
                    Duration.ofHours(1)))
        .forEach(stage -> stage.handle((value, thrown) -> value));

    assertThat(answer(house.house.store.verificationTokens().ofIdentity(ada.id()))).hasSize(1);
  }

  private TokenSecret issue(VerificationPurpose purpose) {
    return answer(house.tokens.issue(house.house.submission, ada.id(), purpose, purpose.lifetime()))
        .secret()
        .orElseThrow();
  }

  private IssuedToken issue(Submission submission) {
    return answer(
        house.tokens.issue(
            submission, ada.id(), VerificationPurpose.TWO_FACTOR, Duration.ofMinutes(1)));
  }

  private Failure refuse(TokenSecret token) {
    return refusal(house.tokens.confirm(house.house.submission, token, null));
  }

  private Identity current() {
    return answer(house.house.identityDirectory.get(house.house.caller, ada.id(), false));
  }

  /** What the last change set did, in its order. */
  private List<String> lastSet() {
    AuditEventQuery all = new AuditEventQuery(null, null, null, null, null, null, true);
    List<AuditEvent> newest =
        answer(house.house.store.auditEvents().list(all, PageRequest.first(10))).items();
    return newest.stream()
        .filter(event -> event.changeSetId().equals(newest.getFirst().changeSetId()))
        .map(event -> event.action().value())
        .toList()
        .reversed();
  }
}
