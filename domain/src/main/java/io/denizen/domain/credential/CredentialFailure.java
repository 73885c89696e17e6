package io.denizen.domain.credential;

import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.Failure;
import java.time.Instant;
import java.util.Map;

/** Why something about a password or a verification token was refused. */
public sealed interface CredentialFailure extends Failure {

  /** The identity has no password. */
  record NotFound(IdentityId identityId) implements CredentialFailure {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String reason() {
      return "CREDENTIAL_NOT_FOUND";
    }

    @Override
    public String message() {
      return Identity.name(identityId) + " has no password.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Credential.name(identityId).value());
    }
  }

  /** It is not the password, or there is none, or no such identity: nobody is told which. */
  record PasswordWrong() implements CredentialFailure {
    @Override
    public Kind kind() {
      return Kind.UNAUTHENTICATED;
    }

    @Override
    public String reason() {
      return "PASSWORD_WRONG";
    }

    @Override
    public String message() {
      return "There is no such identity with this password.";
    }
  }

  /** Too many passwords were wrong. */
  record Locked(Instant until) implements CredentialFailure {
    @Override
    public Kind kind() {
      return Kind.FAILED_PRECONDITION;
    }

    @Override
    public String reason() {
      return "CREDENTIAL_LOCKED";
    }

    @Override
    public String message() {
      return "Too many wrong passwords were given. Try again after " + until + ".";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("lock_end_time", until.toString());
    }
  }

  /**
   * A password that is guessed too soon.
   *
   * @param message which rule it breaks
   */
  record TooEasy(String message) implements CredentialFailure {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String reason() {
      return "PASSWORD_TOO_EASY";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("field", "password");
    }
  }

  /** A password is to be given, or is not to be given, with a token of this purpose. */
  record PasswordMisplaced(VerificationPurpose purpose) implements CredentialFailure {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String reason() {
      return "INVALID_FIELD";
    }

    @Override
    public String message() {
      return purpose == VerificationPurpose.PASSWORD_RESET
          ? "is required with a token for PASSWORD_RESET"
          : "must be empty with a token for " + purpose;
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("field", "password");
    }
  }

  /**
   * The token is unknown, used, expired, superseded or about another address: nobody is told which.
   */
  record TokenInvalid() implements CredentialFailure {
    @Override
    public Kind kind() {
      return Kind.FAILED_PRECONDITION;
    }

    @Override
    public String reason() {
      return "TOKEN_INVALID";
    }

    @Override
    public String message() {
      return "The token proves nothing, or nothing any more. Issue another one.";
    }
  }

  /** There is no address to verify. */
  record NoEmail(IdentityId identityId) implements CredentialFailure {
    @Override
    public Kind kind() {
      return Kind.FAILED_PRECONDITION;
    }

    @Override
    public String reason() {
      return "EMAIL_MISSING";
    }

    @Override
    public String message() {
      return Identity.name(identityId) + " has no email address.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Identity.name(identityId).value());
    }
  }

  /** More passwords are to be hashed than the machine can soon hash. Nothing was done. */
  record HashingBusy() implements CredentialFailure {
    @Override
    public Kind kind() {
      return Kind.RESOURCE_EXHAUSTED;
    }

    @Override
    public String reason() {
      return "HASHING_OVERLOADED";
    }

    @Override
    public String message() {
      return "Too many passwords are waiting to be hashed. Nothing was done; retry later.";
    }
  }
}
