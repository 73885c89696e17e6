package io.denizen.domain.identity;

import io.denizen.domain.shared.Ascii;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.Slug;

/**
 * Somebody as an identity provider knows them; a pair that means one account and no other (OpenID
 * Connect Core 1.0, 2: {@code iss} and {@code sub}).
 *
 * @param provider what the provider is called here, such as {@code google}
 * @param subject the provider's own id of the account, compared as it is: 1 to 255 visible ASCII
 *     characters
 */
public record ExternalAccount(Slug provider, String subject) {

  public ExternalAccount {
    requireSubject(subject);
  }

  /** Gives the subject back if it can be one. */
  public static String requireSubject(String subject) {
    if (!Ascii.isVisible(subject, 255)) {
      throw new InvalidValue("must be 1 to 255 visible ASCII characters").asException();
    }
    return subject;
  }
}
