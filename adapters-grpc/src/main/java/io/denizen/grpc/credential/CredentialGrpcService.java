package io.denizen.grpc.credential;

import com.google.protobuf.Message;
import io.denizen.application.credential.PasswordVerification;
import io.denizen.application.credential.Passwords;
import io.denizen.application.credential.Verification;
import io.denizen.application.credential.VerifiedPassword;
import io.denizen.application.shared.Submission;
import io.denizen.credential.v1.ConfirmVerificationTokenRequest;
import io.denizen.credential.v1.ConfirmVerificationTokenResponse;
import io.denizen.credential.v1.Credential;
import io.denizen.credential.v1.CredentialServiceGrpc.CredentialServiceImplBase;
import io.denizen.credential.v1.DeletePasswordRequest;
import io.denizen.credential.v1.GetCredentialRequest;
import io.denizen.credential.v1.ImportPasswordHashRequest;
import io.denizen.credential.v1.IssueVerificationTokenRequest;
import io.denizen.credential.v1.IssueVerificationTokenResponse;
import io.denizen.credential.v1.SetPasswordRequest;
import io.denizen.credential.v1.VerifyPasswordRequest;
import io.denizen.credential.v1.VerifyPasswordResponse;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.credential.Password;
import io.denizen.domain.credential.PasswordHash;
import io.denizen.domain.credential.VerificationPurpose;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.TokenSecret;
import io.denizen.grpc.shared.Answers;
import io.denizen.grpc.shared.Callers;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.InvalidRequest;
import io.denizen.grpc.shared.Submissions;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * {@code denizen.credential.v1.CredentialService}: reads the request, starts the use case, maps its
 * outcome.
 *
 * <p>A request's fingerprint is kept for ever, and whoever has it could try passwords against it as
 * against an unsalted hash. So it is taken without the password. Tokens and hashes stay in it:
 * nobody guesses those.
 */
final class CredentialGrpcService extends CredentialServiceImplBase {

  private final Passwords passwords;
  private final PasswordVerification passwordVerification;
  private final Verification verification;

  CredentialGrpcService(
      Passwords passwords, PasswordVerification passwordVerification, Verification verification) {
    this.passwords = passwords;
    this.passwordVerification = passwordVerification;
    this.verification = verification;
  }

  @Override
  public void getCredential(GetCredentialRequest request, StreamObserver<Credential> observer) {
    Answers.send(
        observer,
        CredentialMessages::message,
        fields -> {
          IdentityId id = fields.required("name", request.getName(), CredentialMessages::owner);
          return fields.read(() -> passwords.get(Callers.current(), id));
        });
  }

  @Override
  public void setPassword(SetPasswordRequest request, StreamObserver<Credential> observer) {
    Answers.send(
        observer,
        CredentialMessages::message,
        fields -> {
          Message guessless = request.toBuilder().clearPassword().build();
          Submission submission = Submissions.read(fields, guessless);
          IdentityId id = identity(fields, request.getIdentity());
          Password password = fields.required("password", request.getPassword(), Password::chosen);
          @Nullable ResourceName kept =
              fields.optional(
                  "kept_session", request.getKeptSession(), CredentialMessages::session);
          return fields.read(() -> passwords.set(submission, id, password, requireOf(id, kept)));
        });
  }

  @Override
  public void verifyPassword(
      VerifyPasswordRequest request, StreamObserver<VerifyPasswordResponse> observer) {
    Answers.send(observer, CredentialMessages::verified, fields -> verify(fields, request));
  }

  @Override
  public void importPasswordHash(
      ImportPasswordHashRequest request, StreamObserver<Credential> observer) {
    Answers.send(
        observer,
        CredentialMessages::message,
        fields -> {
          Submission submission = Submissions.read(fields, request);
          IdentityId id = identity(fields, request.getIdentity());
          PasswordHash hash = CredentialMessages.hash(fields, request, passwords::checkable);
          return fields.read(() -> passwords.importHash(submission, id, hash));
        });
  }

  @Override
  public void deletePassword(DeletePasswordRequest request, StreamObserver<Credential> observer) {
    Answers.send(
        observer,
        CredentialMessages::message,
        fields -> {
          Submission submission = Submissions.read(fields, request);
          IdentityId id = identity(fields, request.getIdentity());
          return fields.read(() -> passwords.delete(submission, id));
        });
  }

  @Override
  public void issueVerificationToken(
      IssueVerificationTokenRequest request,
      StreamObserver<IssueVerificationTokenResponse> observer) {
    Answers.send(
        observer,
        CredentialMessages::issued,
        fields -> {
          Submission submission = Submissions.read(fields, request);
          IdentityId id = identity(fields, request.getIdentity());
          VerificationPurpose purpose = CredentialMessages.purpose(fields, request.getPurpose());
          @Nullable Duration lifetime =
              request.hasLifetime()
                  ? fields.parsed("lifetime", request.getLifetime(), CredentialMessages::lifetime)
                  : null;
          return fields.read(
              () ->
                  verification.issue(
                      submission, id, purpose, lifetime == null ? purpose.lifetime() : lifetime));
        });
  }

  @Override
  public void confirmVerificationToken(
      ConfirmVerificationTokenRequest request,
      StreamObserver<ConfirmVerificationTokenResponse> observer) {
    Answers.send(
        observer,
        CredentialMessages::confirmed,
        fields -> {
          Message guessless = request.toBuilder().clearPassword().build();
          Submission submission = Submissions.read(fields, guessless);
          TokenSecret token = fields.required("token", request.getToken(), TokenSecret::offered);
          @Nullable Password password =
              fields.optional("password", request.getPassword(), Password::chosen);
          return fields.read(() -> verification.confirm(submission, token, password));
        });
  }

  private CompletionStage<VerifiedPassword> verify(Fields fields, VerifyPasswordRequest request) {
    Password password = fields.required("password", request.getPassword(), Password::offered);
    return switch (request.getKeyCase()) {
      case IDENTITY -> {
        IdentityId id = identity(fields, request.getIdentity());
        yield fields.read(() -> passwordVerification.verify(Callers.current(), id, password));
      }
      case EMAIL -> {
        EmailAddress email = fields.required("email", request.getEmail(), EmailAddress::new);
        yield fields.read(() -> passwordVerification.verify(Callers.current(), email, password));
      }
      case KEY_NOT_SET -> {
        fields.reject("identity", "is required, or email is");
        yield fields.read(() -> null);
      }
    };
  }

  private static IdentityId identity(Fields fields, String name) {
    return fields.required("identity", name, CredentialMessages::identity);
  }

  private static @Nullable ResourceName requireOf(IdentityId id, @Nullable ResourceName session) {
    if (session != null && !session.parent().id().equals(id.value())) {
      throw InvalidRequest.field("kept_session", "must be a session of the identity");
    }
    return session;
  }
}
