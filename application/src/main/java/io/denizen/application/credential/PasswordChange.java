package io.denizen.application.credential;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.credential.Credential;
import io.denizen.domain.credential.CredentialId;
import io.denizen.domain.credential.Credentials;
import io.denizen.domain.credential.KeptPassword;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.SignIn;
import io.denizen.domain.identity.SignInEnd;
import io.denizen.domain.identity.SignIns;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.Occasion;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What another password changes: itself, and that whoever signed in with the old one is out. */
final class PasswordChange {

  private final Credentials credentials;
  private final SignIns<?> signIns;
  private final Ids ids;

  PasswordChange(Credentials credentials, SignIns<?> signIns, Ids ids) {
    this.credentials = credentials;
    this.signIns = signIns;
    this.ids = ids;
  }

  /**
   * Makes a password an identity's.
   *
   * @param keptSignIn the one that stays open; null if none does
   */
  CompletionStage<Decision<Credential>> decide(
      IdentityId identityId,
      KeptPassword password,
      @Nullable ResourceName keptSignIn,
      Occasion occasion) {
    return credentials
        .byIdentityIncludingDeleted(identityId)
        .thenCombine(
            signIns.openOf(identityId),
            (before, open) ->
                Decision.of(set(before, identityId, password, occasion))
                    .followedBy(revoked(open, keptSignIn, occasion)));
  }

  private Change<Credential> set(
      Optional<Credential> before,
      IdentityId identityId,
      KeptPassword password,
      Occasion occasion) {
    return before
        .map(credential -> credential.set(password, occasion))
        .orElseGet(
            () -> Credential.create(new CredentialId(ids.next()), identityId, password, occasion));
  }

  private static List<? extends Change<?>> revoked(
      List<? extends SignIn> open, @Nullable ResourceName kept, Occasion occasion) {
    return open.stream()
        .filter(signIn -> !signIn.name().equals(kept))
        .map(signIn -> signIn.revoke(SignInEnd.PASSWORD_CHANGED, occasion))
        .toList();
  }
}
