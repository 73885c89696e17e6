package io.denizen.application.credential;

import io.denizen.domain.credential.Credential;
import io.denizen.domain.identity.Identity;
import java.util.Optional;

/** An identity and its password, if there are any: what a password is verified against. */
record Account(Optional<Identity> identity, Optional<Credential> credential) {

  /** Whether the same password is kept in both. */
  boolean hasPasswordOf(Account other) {
    return credential.map(Credential::password).equals(other.credential.map(Credential::password));
  }
}
