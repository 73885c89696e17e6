package io.denizen.domain.identity;

import io.denizen.domain.shared.Failure;

/** Why something about an external login was refused. */
public sealed interface ExternalLoginFailure extends Failure {

  /** The identity has no such external login, or it was unlinked. */
  record NotFound(IdentityId identityId, ExternalLoginId id) implements ExternalLoginFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.NOT_FOUND,
              "EXTERNAL_LOGIN_NOT_FOUND",
              "There is no external login "
                  + ExternalLogin.name(identityId, id)
                  + ", or it is unlinked.")
          .with("resource", ExternalLogin.name(identityId, id));
    }
  }

  /** A live identity, perhaps the same one, is linked to this account. */
  record AccountLinked() implements ExternalLoginFailure {
    @Override
    public Details details() {
      return Details.of(
          Kind.ALREADY_EXISTS,
          "ACCOUNT_LINKED",
          "An identity is linked to this account of the provider already.");
    }
  }
}
