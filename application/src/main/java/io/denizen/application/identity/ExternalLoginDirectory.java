package io.denizen.application.identity;

import io.denizen.application.shared.Found;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.identity.ExternalLogin;
import io.denizen.domain.identity.ExternalLoginFailure;
import io.denizen.domain.identity.ExternalLoginId;
import io.denizen.domain.identity.ExternalLoginQuery;
import io.denizen.domain.identity.ExternalLogins;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.util.concurrent.CompletionStage;

/**
 * Answers where identities sign in. Every method is told who asks; until there are permissions to
 * check, everybody may.
 *
 * <p>Any method may complete with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public final class ExternalLoginDirectory {

  private final Identities identities;
  private final ExternalLogins logins;

  public ExternalLoginDirectory(Identities identities, ExternalLogins logins) {
    this.identities = identities;
    this.logins = logins;
  }

  /** One external login. Fails with {@link ExternalLoginFailure.NotFound}. */
  public CompletionStage<ExternalLogin> get(
      Caller caller, IdentityId identityId, ExternalLoginId id, boolean includingDeleted) {
    return Found.or(
        includingDeleted
            ? logins.byIdIncludingDeleted(identityId, id)
            : logins.byId(identityId, id),
        () -> new ExternalLoginFailure.NotFound(identityId, id));
  }

  /** Those of an identity. Fails with {@link IdentityFailure.NotFound}. */
  public CompletionStage<Page<ExternalLogin>> list(
      Caller caller, ExternalLoginQuery query, PageRequest page) {
    IdentityId id = query.identityId();
    return Found.or(
            query.includingDeleted() ? identities.byIdIncludingDeleted(id) : identities.byId(id),
            () -> new IdentityFailure.NotFound(id))
        .thenCombine(logins.list(query, page), (identity, found) -> found);
  }
}
