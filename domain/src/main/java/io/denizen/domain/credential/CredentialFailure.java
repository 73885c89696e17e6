package io.denizen.domain.credential;

import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.Failure;
import java.time.Instant;

/** Why something about a password or a verification token was refused. */
public sealed interface CredentialFailure extends Failure {

  /** The identity has no password. */
  record NotFound(IdentityId identityId) implements CredentialFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.NOT_FOUND,
              "CREDENTIAL_NOT_FOUND",
              Identity.name(identityId) + " has no password.")
          .with("resource", Credential.name(identityId));
    }
  }

  /** It is not the password, or there is none, or no such identity: nobody is told which. */
  record PasswordWrong() implements CredentialFailure {
    @Override
    public Details details() {
      return Details.of(
          Kind.UNAUTHENTICATED, "PASSWORD_WRONG", "There is no such identity with this password.");
    }
  }

  /** Too many passwords were wrong. */
  record Locked(Instant until) implements CredentialFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.FAILED_PRECONDITION,
              "CREDENTIAL_LOCKED",
              "Too many wrong passwords were given. Try again after " + until + ".")
          .with("lock_end_time", until);
    }
  }

  /**
   * A password that is guessed too soon.
   *
   * @param message which rule it breaks
   */
  record TooEasy(String message) implements CredentialFailure {
    @Override
    public Details details() {
      return Details.of(Kind.INVALID, "PASSWORD_TOO_EASY", message).with("field", "password");
    }
  }

  /** A password is to be given, or is not to be given, with a token of this purpose. */
  record PasswordMisplaced(VerificationPurpose purpose) implements CredentialFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.INVALID,
              "INVALID_FIELD",
              purpose == VerificationPurpose.PASSWORD_RESET
                  ? "is required with a token for PASSWORD_RESET"
                  : "must be empty with a token for " + purpose)
          .with("field", "password");
    }
  }

  /**
   * The token is unknown, used, expired, superseded or about another address: nobody is told which.
   */
  record TokenInvalid() implements CredentialFailure {
    @Override
    public Details details() {
      return Details.of(
          Kind.FAILED_PRECONDITION,
          "TOKEN_INVALID",
          "The token proves nothing, or nothing any more. Issue another one.");
    }
  }

  /** There is no address to verify. */
  record NoEmail(IdentityId identityId) implements CredentialFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.FAILED_PRECONDITION,
              "EMAIL_MISSING",
              Identity.name(identityId) + " has no email address.")
          .with("resource", Identity.name(identityId));
    }
  }

  /**
   * The sign-in that was to stay open with another password is not open, or is no such thing.
   *
   * @param signIn a session
   */
  record SignInNotOpen(ResourceName signIn) implements CredentialFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.NOT_FOUND, "SESSION_NOT_FOUND", "There is no open session " + signIn + ".")
          .with("resource", signIn)
          .with("field", "kept_session");
    }
  }

  /**
   * The hash that is kept was made for a machine with more memory to spare.
   *
   * @param memoryKib what it takes to check it
   * @param mostKib what it may take here
   */
  record HashTooLarge(int memoryKib, int mostKib) implements CredentialFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.FAILED_PRECONDITION,
              "HASH_TOO_LARGE",
              ("Checking this password takes %,d KiB of memory, more than the %,d KiB that there are."
                      + " Set it again, or give the server more.")
                  .formatted(memoryKib, mostKib))
          .with("memory_kib", memoryKib)
          .with("max_memory_kib", mostKib);
    }
  }

  /** More passwords are to be hashed than the machine can soon hash. Nothing was done. */
  record HashingBusy() implements CredentialFailure {
    @Override
    public Details details() {
      return Details.of(
          Kind.RESOURCE_EXHAUSTED,
          "HASHING_OVERLOADED",
          "Too many passwords are waiting to be hashed. Nothing was done; retry later.");
    }
  }
}
