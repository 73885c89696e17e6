package io.denizen.domain.identity;

import io.denizen.domain.shared.Failure;
import java.util.Map;

/** Why something about an external login was refused. */
public sealed interface ExternalLoginFailure extends Failure {

  /** The identity has no such external login, or it was unlinked. */
  record NotFound(IdentityId identityId, ExternalLoginId id) implements ExternalLoginFailure {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String reason() {
      return "EXTERNAL_LOGIN_NOT_FOUND";
    }

    @Override
    public String message() {
      return "There is no external login "
          + ExternalLogin.name(identityId, id)
          + ", or it is unlinked.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", ExternalLogin.name(identityId, id).value());
    }
  }

  /** A live identity, perhaps the same one, is linked to this account. */
  record AccountLinked() implements ExternalLoginFailure {
    @Override
    public Kind kind() {
      return Kind.ALREADY_EXISTS;
    }

    @Override
    public String reason() {
      return "ACCOUNT_LINKED";
    }

    @Override
    public String message() {
      return "An identity is linked to this account of the provider already.";
    }
  }
}
