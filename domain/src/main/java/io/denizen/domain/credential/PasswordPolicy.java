package io.denizen.domain.credential;

import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identity;

/**
 * Which passwords somebody may have, besides that they are of a certain length.
 *
 * @param known those that nobody may have
 */
public record PasswordPolicy(KnownPasswords known) {

  /**
   * Gives the password back if the identity may have it.
   *
   * @throws io.denizen.domain.shared.FailureException with {@link CredentialFailure.TooEasy}
   */
  public Password allowed(Password password, Identity identity) {
    EmailAddress email = identity.details().email();
    if (email != null && Password.key(email.value()).equals(password.key())) {
      throw new CredentialFailure.TooEasy("must not be the email address").asException();
    }
    if (known.contain(password)) {
      throw new CredentialFailure.TooEasy("must not be one of the passwords that everybody knows")
          .asException();
    }
    return password;
  }
}
