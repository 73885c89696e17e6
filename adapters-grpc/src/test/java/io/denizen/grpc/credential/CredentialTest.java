package io.denizen.grpc.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.credential.v1.Credential;
import io.denizen.credential.v1.DeletePasswordRequest;
import io.denizen.credential.v1.GetCredentialRequest;
import io.denizen.credential.v1.ImportPasswordHashRequest;
import io.denizen.credential.v1.SetPasswordRequest;
import io.denizen.credential.v1.VerifyPasswordRequest;
import io.denizen.credential.v1.VerifyPasswordResponse;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.grpc.testing.Refusal;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.SuspendIdentityRequest;
import io.grpc.Status.Code;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CredentialTest extends GrpcTest {

  private static final String RIGHT = "correct horse";
  private static final String WRONG = "battery staple";
  private final Identity ada = create(person());

  @Test
  void aPasswordIsSetAndVerifiedAndChanged() {
    Credential created = denizen.audited("credential.created", () -> set(RIGHT));

    assertThat(created.getName()).isEqualTo(ada.getName() + "/credential");
    assertThat(created.getAlgorithm()).isEqualTo(Credential.Algorithm.ALGORITHM_PBKDF2_SHA256);
    assertThat(created.getParameters()).isEqualTo("i=1");
    assertThat(created.getImported()).isFalse();
    assertThat(created.getPasswordChangeTime()).isEqualTo(created.getCreateTime());
    assertThat(denizen.unaudited(() -> verify(RIGHT)))
        .isEqualTo(VerifyPasswordResponse.newBuilder().setIdentity(ada.getName()).build());
    Credential changed = denizen.audited("credential.updated", () -> set(WRONG));
    assertThat(changed.getEtag()).isEqualTo("2");
    assertThat(verify(WRONG).getIdentity()).isEqualTo(ada.getName());
  }

  @Test
  void whoHasAPasswordIsToldWithoutIt() {
    denizen.refused(this::get).is(Code.NOT_FOUND, "CREDENTIAL_NOT_FOUND");
    Credential created = set(RIGHT);

    assertThat(denizen.unaudited(this::get)).isEqualTo(created);
    delete();
    denizen.refused(this::get).is(Code.NOT_FOUND, "CREDENTIAL_NOT_FOUND");
    denizen
        .refused(() -> named("identities/" + NOBODY + "/credential"))
        .is(Code.NOT_FOUND, "IDENTITY_NOT_FOUND");
    denizen.refused(() -> named(ada.getName())).isInvalid("name");
    denizen.refused(() -> named("")).isInvalid("name");
  }

  @Test
  void aPasswordIsVerifiedByAddressToo() {
    set(RIGHT);

    assertThat(
            credentials
                .verifyPassword(
                    VerifyPasswordRequest.newBuilder()
                        .setEmail(ada.getEmail())
                        .setPassword(RIGHT)
                        .build())
                .getIdentity())
        .isEqualTo(ada.getName());
  }

  @Test
  void everyFieldAtFaultIsTold() {
    denizen
        .refused(
            () ->
                credentials.setPassword(
                    SetPasswordRequest.newBuilder()
                        .setIdentity("ada")
                        .setPassword("short")
                        .setKeptSession("mine")
                        .setRequestId("once")
                        .build()))
        .isInvalid("identity", "password", "kept_session", "request_id");
    denizen
        .refused(() -> credentials.verifyPassword(VerifyPasswordRequest.getDefaultInstance()))
        .isInvalid("identity", "password");
    denizen
        .refused(
            () -> credentials.importPasswordHash(ImportPasswordHashRequest.getDefaultInstance()))
        .isInvalid("identity", "hash");
    denizen
        .refused(() -> credentials.deletePassword(DeletePasswordRequest.getDefaultInstance()))
        .isInvalid("identity");
    denizen
        .refused(
            () ->
                credentials.setPassword(
                    setting(RIGHT).toBuilder()
                        .setKeptSession("identities/" + NOBODY + "/sessions/" + NOBODY)
                        .build()))
        .isInvalid("kept_session");
  }

  @Test
  void aSessionThatIsNotOpenCannotBeKept() {
    String nothing = ada.getName() + "/sessions/" + NOBODY;

    assertThat(
            denizen
                .refused(
                    () ->
                        credentials.setPassword(
                            setting(RIGHT).toBuilder().setKeptSession(nothing).build()))
                .is(Code.NOT_FOUND, "SESSION_NOT_FOUND")
                .of(nothing)
                .metadata())
        .containsEntry("field", "kept_session");
    denizen.refused(this::get).is(Code.NOT_FOUND, "CREDENTIAL_NOT_FOUND");
  }

  @Test
  void whatIsTooEasyIsToldWithItsField() {
    for (String easy : List.of("Password1", ada.getEmail())) {
      assertThat(
              denizen
                  .refused(() -> set(easy))
                  .is(Code.INVALID_ARGUMENT, "PASSWORD_TOO_EASY")
                  .fields())
          .containsExactly("password");
    }
  }

  @Test
  void wrongPasswordsAndUnknownIdentitiesAreAnsweredAlike() {
    set(RIGHT);
    VerifyPasswordRequest nobody =
        VerifyPasswordRequest.newBuilder()
            .setIdentity("identities/" + NOBODY)
            .setPassword(RIGHT)
            .build();

    Refusal unknown = denizen.refused(() -> credentials.verifyPassword(nobody));
    assertThat(
            denizen.audited(() -> assertThat(Refusal.of(() -> verify(WRONG))).isEqualTo(unknown)))
        .extracting(event -> event.action().value())
        .containsExactly("credential.verification_failed");
    unknown.is(Code.UNAUTHENTICATED, "PASSWORD_WRONG");
    assertThat(unknown.metadata()).isEmpty();
  }

  @Test
  void aLockTellsWhenItEnds() {
    set(RIGHT);
    for (int i = 0; i < 3; i++) {
      assertThat(Refusal.of(() -> verify(WRONG)).code()).isEqualTo(Code.UNAUTHENTICATED);
    }

    Refusal locked =
        denizen.refused(() -> verify(RIGHT)).is(Code.FAILED_PRECONDITION, "CREDENTIAL_LOCKED");
    assertThat(Instant.parse(String.valueOf(locked.metadata().get("lock_end_time"))))
        .isAfter(Instant.now());
  }

  @Test
  void whoIsSuspendedHearsOfItWithTheRightPassword() {
    set(RIGHT);
    identities.suspendIdentity(SuspendIdentityRequest.newBuilder().setName(ada.getName()).build());

    denizen
        .refused(() -> verify(RIGHT))
        .is(Code.FAILED_PRECONDITION, "IDENTITY_SUSPENDED")
        .of(ada.getName());
    assertThat(Refusal.of(() -> verify(WRONG)).reason()).isEqualTo("PASSWORD_WRONG");
  }

  @Test
  void aDeletedPasswordIsGoneUntilAnotherIsSet() {
    set(RIGHT);
    Credential deleted = denizen.audited("credential.deleted", this::delete);

    assertThat(deleted.hasDeleteTime()).isTrue();
    denizen.refused(() -> verify(RIGHT)).is(Code.UNAUTHENTICATED, "PASSWORD_WRONG");
    denizen
        .refused(this::delete)
        .is(Code.NOT_FOUND, "CREDENTIAL_NOT_FOUND")
        .of(ada.getName() + "/credential");
    denizen.audited("credential.created", () -> set(RIGHT));
  }

  @Test
  void aRepeatIsToldFromAnotherRequestByAllButThePassword() {
    SetPasswordRequest once = setting(RIGHT).toBuilder().setRequestId(requestId()).build();
    Credential first = credentials.setPassword(once);
    SetPasswordRequest otherPassword = once.toBuilder().setPassword(WRONG).build();
    SetPasswordRequest otherIdentity =
        once.toBuilder().setIdentity(create(person()).getName()).build();

    assertThat(denizen.unaudited(() -> credentials.setPassword(once))).isEqualTo(first);
    // Or the digest of the request, which is kept, would tell who tries whether a guess is right.
    assertThat(denizen.unaudited(() -> credentials.setPassword(otherPassword))).isEqualTo(first);
    denizen
        .refused(() -> credentials.setPassword(otherIdentity))
        .is(Code.INVALID_ARGUMENT, "REQUEST_ID_REUSED");
    assertThat(verify(RIGHT).getIdentity()).isEqualTo(ada.getName());
  }

  private SetPasswordRequest setting(String password) {
    return SetPasswordRequest.newBuilder().setIdentity(ada.getName()).setPassword(password).build();
  }

  private Credential set(String password) {
    return credentials.setPassword(setting(password));
  }

  private VerifyPasswordResponse verify(String password) {
    return credentials.verifyPassword(
        VerifyPasswordRequest.newBuilder()
            .setIdentity(ada.getName())
            .setPassword(password)
            .build());
  }

  private Credential get() {
    return named(ada.getName() + "/credential");
  }

  private Credential named(String name) {
    return credentials.getCredential(GetCredentialRequest.newBuilder().setName(name).build());
  }

  private Credential delete() {
    return credentials.deletePassword(
        DeletePasswordRequest.newBuilder().setIdentity(ada.getName()).build());
  }
}
