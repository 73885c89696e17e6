package io.denizen.grpc.credential;

import com.google.protobuf.util.Durations;
import io.denizen.application.credential.IssuedToken;
import io.denizen.application.credential.VerifiedPassword;
import io.denizen.credential.v1.ConfirmVerificationTokenResponse;
import io.denizen.credential.v1.Credential;
import io.denizen.credential.v1.ImportPasswordHashRequest;
import io.denizen.credential.v1.IssueVerificationTokenResponse;
import io.denizen.credential.v1.Purpose;
import io.denizen.credential.v1.VerifyPasswordResponse;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.credential.CredentialSummary;
import io.denizen.domain.credential.PasswordAlgorithm;
import io.denizen.domain.credential.PasswordHash;
import io.denizen.domain.credential.TokenSummary;
import io.denizen.domain.credential.VerificationPurpose;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.TokenSecret;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.InvalidRequest;
import io.denizen.grpc.shared.Nested;
import io.denizen.grpc.shared.ResourceIds;
import io.denizen.grpc.shared.Times;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Maps credentials and verification tokens between the API and the domain, both ways. */
final class CredentialMessages {

  private CredentialMessages() {}

  static Credential message(CredentialSummary credential) {
    Credential.Builder message =
        Credential.newBuilder()
            .setName(credential.name().value())
            .setAlgorithm(algorithm(credential.algorithm()))
            .setParameters(credential.parameters())
            .setImported(credential.imported())
            .setFailedAttempts(credential.failedAttempts())
            .setPasswordChangeTime(Times.timestamp(credential.changedAt()))
            .setCreateTime(Times.timestamp(credential.lifecycle().createTime()))
            .setUpdateTime(Times.timestamp(credential.lifecycle().updateTime()))
            .setEtag(Long.toString(credential.lifecycle().version()));
    if (credential.lockedUntil() != null) {
      message.setLockEndTime(Times.timestamp(credential.lockedUntil()));
    }
    if (credential.lifecycle().deleteTime() != null) {
      message.setDeleteTime(Times.timestamp(credential.lifecycle().deleteTime()));
    }
    return message.build();
  }

  static VerifyPasswordResponse verified(VerifiedPassword verified) {
    return VerifyPasswordResponse.newBuilder()
        .setIdentity(Identity.name(verified.identityId()).value())
        .setRehashed(verified.rehashed())
        .build();
  }

  static IssueVerificationTokenResponse issued(IssuedToken issued) {
    return IssueVerificationTokenResponse.newBuilder()
        .setToken(issued.secret().map(TokenSecret::reveal).orElse(""))
        .setExpireTime(Times.timestamp(issued.token().expiresAt()))
        .setName(issued.token().name().value())
        .build();
  }

  static ConfirmVerificationTokenResponse confirmed(TokenSummary token) {
    return ConfirmVerificationTokenResponse.newBuilder()
        .setIdentity(Identity.name(token.identityId()).value())
        .setPurpose(purpose(token.purpose()))
        .build();
  }

  static IdentityId identity(String name) {
    return new IdentityId(ResourceIds.in("identities", name));
  }

  /** Whose the named credential is. */
  static IdentityId owner(String name) {
    return new IdentityId(ResourceIds.of("identities", "credential", name));
  }

  static ResourceName session(String name) {
    Nested.read("identities", IdentityId::new, "sessions", Function.identity(), name);
    return new ResourceName(name);
  }

  /**
   * The hash that is brought.
   *
   * @param rule gives it back unless it breaks one of the server's
   */
  static PasswordHash hash(
      Fields fields, ImportPasswordHashRequest request, UnaryOperator<PasswordHash> rule) {
    return switch (request.getSourceCase()) {
      case HASH ->
          fields.required("hash", request.getHash(), text -> rule.apply(PasswordHash.parse(text)));
      case KEYCLOAK ->
          fields.parsed(
              "keycloak",
              request.getKeycloak(),
              exported -> rule.apply(KeycloakCredentials.hash(exported)));
      case SOURCE_NOT_SET ->
          fields.parsed(
              "hash",
              request,
              missing -> {
                throw InvalidRequest.field("hash", "is required, or keycloak is");
              });
    };
  }

  static VerificationPurpose purpose(Fields fields, Purpose purpose) {
    return switch (purpose) {
      case PURPOSE_EMAIL -> VerificationPurpose.EMAIL;
      case PURPOSE_PASSWORD_RESET -> VerificationPurpose.PASSWORD_RESET;
      case PURPOSE_TWO_FACTOR -> VerificationPurpose.TWO_FACTOR;
      case PURPOSE_UNSPECIFIED, UNRECOGNIZED -> {
        fields.reject("purpose", "must be a value of the enum, such as PURPOSE_EMAIL");
        yield VerificationPurpose.EMAIL;
      }
    };
  }

  static Duration lifetime(com.google.protobuf.Duration lifetime) {
    if (Durations.isValid(lifetime)) {
      Duration read = Duration.ofSeconds(lifetime.getSeconds(), lifetime.getNanos());
      if (read.toMillis() >= 1_000 && read.compareTo(VerificationPurpose.LONGEST) <= 0) {
        // In whole microseconds, like all times.
        return read.truncatedTo(ChronoUnit.MICROS);
      }
    }
    throw new InvalidValue("must be 1 second to 30 days").asException();
  }

  private static Purpose purpose(VerificationPurpose purpose) {
    return switch (purpose) {
      case EMAIL -> Purpose.PURPOSE_EMAIL;
      case PASSWORD_RESET -> Purpose.PURPOSE_PASSWORD_RESET;
      case TWO_FACTOR -> Purpose.PURPOSE_TWO_FACTOR;
    };
  }

  private static Credential.Algorithm algorithm(PasswordAlgorithm algorithm) {
    return switch (algorithm) {
      case ARGON2ID -> Credential.Algorithm.ALGORITHM_ARGON2ID;
      case ARGON2I -> Credential.Algorithm.ALGORITHM_ARGON2I;
      case BCRYPT -> Credential.Algorithm.ALGORITHM_BCRYPT;
      case SCRYPT -> Credential.Algorithm.ALGORITHM_SCRYPT;
      case PBKDF2_SHA256 -> Credential.Algorithm.ALGORITHM_PBKDF2_SHA256;
      case PBKDF2_SHA512 -> Credential.Algorithm.ALGORITHM_PBKDF2_SHA512;
    };
  }
}
