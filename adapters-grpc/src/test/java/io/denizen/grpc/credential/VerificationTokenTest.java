package io.denizen.grpc.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.util.Timestamps;
import io.denizen.credential.v1.ConfirmVerificationTokenRequest;
import io.denizen.credential.v1.ConfirmVerificationTokenResponse;
import io.denizen.credential.v1.IssueVerificationTokenRequest;
import io.denizen.credential.v1.IssueVerificationTokenResponse;
import io.denizen.credential.v1.Purpose;
import io.denizen.credential.v1.SetPasswordRequest;
import io.denizen.credential.v1.VerifyPasswordRequest;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.identity.v1.GetIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.grpc.Status.Code;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VerificationTokenTest extends GrpcTest {

  private final Identity ada = create(person());

  @Test
  void anAddressIsVerifiedByTheTokenThatWasSentToIt() {
    IssueVerificationTokenResponse issued =
        denizen.audited("verification_token.created", () -> issue(Purpose.PURPOSE_EMAIL));

    assertThat(issued.getToken()).matches("dzv_[A-Za-z0-9_-]{43}");
    assertThat(issued.getName()).startsWith(ada.getName() + "/verificationTokens/");
    assertThat(
            denizen.audited(
                () ->
                    assertThat(confirm(issued.getToken(), ""))
                        .isEqualTo(
                            ConfirmVerificationTokenResponse.newBuilder()
                                .setIdentity(ada.getName())
                                .setPurpose(Purpose.PURPOSE_EMAIL)
                                .build())))
        .extracting(event -> event.action().value())
        .containsExactlyInAnyOrder("verification_token.updated", "identity.updated");
    assertThat(
            identities
                .getIdentity(GetIdentityRequest.newBuilder().setName(ada.getName()).build())
                .getEmailVerified())
        .isTrue();
    denizen
        .refused(() -> confirm(issued.getToken(), ""))
        .is(Code.FAILED_PRECONDITION, "TOKEN_INVALID");
  }

  @Test
  void aForgottenPasswordIsReplacedByTheNewOne() {
    credentials.setPassword(
        SetPasswordRequest.newBuilder()
            .setIdentity(ada.getName())
            .setPassword("forgotten")
            .build());
    String token = issue(Purpose.PURPOSE_PASSWORD_RESET).getToken();

    denizen.refused(() -> confirm(token, "")).isInvalid("password");
    denizen.refused(() -> confirm(token, "short")).isInvalid("password");
    denizen
        .refused(() -> confirm(token, "password1"))
        .is(Code.INVALID_ARGUMENT, "PASSWORD_TOO_EASY");
    confirm(token, "correct horse");

    assertThat(
            credentials
                .verifyPassword(
                    VerifyPasswordRequest.newBuilder()
                        .setIdentity(ada.getName())
                        .setPassword("correct horse")
                        .build())
                .getIdentity())
        .isEqualTo(ada.getName());
  }

  @Test
  void aTokenLastsAsLongAsItIsTold() {
    assertThat(secondsLeft(issue(Purpose.PURPOSE_TWO_FACTOR))).isBetween(590L, 600L);
    assertThat(
            secondsLeft(
                credentials.issueVerificationToken(
                    issuing(Purpose.PURPOSE_TWO_FACTOR).toBuilder()
                        .setLifetime(Duration.newBuilder().setSeconds(90))
                        .build())))
        .isBetween(80L, 90L);
    for (Duration bad :
        List.of(
            Duration.getDefaultInstance(),
            Duration.newBuilder().setSeconds(-1).build(),
            Duration.newBuilder().setNanos(999_999_999).build(),
            Duration.newBuilder().setSeconds(30 * 86_400 + 1).build(),
            Duration.newBuilder().setSeconds(Long.MAX_VALUE).build())) {
      denizen
          .refused(
              () ->
                  credentials.issueVerificationToken(
                      issuing(Purpose.PURPOSE_EMAIL).toBuilder().setLifetime(bad).build()))
          .isInvalid("lifetime");
    }
  }

  @Test
  void aTokenIsForSomebodyAndForSomething() {
    denizen
        .refused(
            () ->
                credentials.issueVerificationToken(
                    IssueVerificationTokenRequest.getDefaultInstance()))
        .isInvalid("identity", "purpose");
    denizen
        .refused(
            () ->
                credentials.issueVerificationToken(
                    issuing(Purpose.PURPOSE_EMAIL).toBuilder()
                        .setIdentity("identities/" + NOBODY)
                        .build()))
        .is(Code.NOT_FOUND, "IDENTITY_NOT_FOUND");
    Identity service =
        create(
            Identity.newBuilder()
                .setKind(Identity.Kind.KIND_SERVICE)
                .setDisplayName("Robot")
                .build());
    denizen
        .refused(
            () ->
                credentials.issueVerificationToken(
                    issuing(Purpose.PURPOSE_EMAIL).toBuilder()
                        .setIdentity(service.getName())
                        .build()))
        .is(Code.FAILED_PRECONDITION, "EMAIL_MISSING")
        .of(service.getName());
    denizen.refused(() -> confirm("", "")).isInvalid("token");
    denizen.refused(() -> confirm("guess", "")).is(Code.FAILED_PRECONDITION, "TOKEN_INVALID");
  }

  @Test
  void aRepeatIsAnsweredWithoutTheToken() {
    IssueVerificationTokenRequest once =
        issuing(Purpose.PURPOSE_EMAIL).toBuilder().setRequestId(requestId()).build();
    IssueVerificationTokenResponse first = credentials.issueVerificationToken(once);

    assertThat(denizen.unaudited(() -> credentials.issueVerificationToken(once)))
        .isEqualTo(first.toBuilder().clearToken().build());
    assertThat(
            denizen
                .unaudited(
                    () ->
                        credentials.issueVerificationToken(
                            issuing(Purpose.PURPOSE_EMAIL).toBuilder()
                                .setValidateOnly(true)
                                .build()))
                .getToken())
        .isEmpty();
    confirm(first.getToken(), "");
  }

  private IssueVerificationTokenRequest issuing(Purpose purpose) {
    return IssueVerificationTokenRequest.newBuilder()
        .setIdentity(ada.getName())
        .setPurpose(purpose)
        .build();
  }

  private IssueVerificationTokenResponse issue(Purpose purpose) {
    return credentials.issueVerificationToken(issuing(purpose));
  }

  private ConfirmVerificationTokenResponse confirm(String token, String password) {
    return credentials.confirmVerificationToken(
        ConfirmVerificationTokenRequest.newBuilder().setToken(token).setPassword(password).build());
  }

  private static long secondsLeft(IssueVerificationTokenResponse issued) {
    return Timestamps.toMillis(issued.getExpireTime()) / 1_000 - Instant.now().getEpochSecond();
  }
}
