package io.denizen.application.identity;

import io.denizen.application.shared.Found;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.ExternalAccount;
import io.denizen.domain.identity.ExternalLogins;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityQuery;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Answers who someone is. Every method is told who asks; until there are permissions to check,
 * everybody may.
 *
 * <p>Any method may complete with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public final class IdentityDirectory {

  private final Identities identities;
  private final ExternalLogins externalLogins;

  public IdentityDirectory(Identities identities, ExternalLogins externalLogins) {
    this.identities = identities;
    this.externalLogins = externalLogins;
  }

  /** One identity. Fails with {@link IdentityFailure.NotFound}. */
  public CompletionStage<Identity> get(Caller caller, IdentityId id, boolean includingDeleted) {
    return Found.or(
        includingDeleted ? identities.byIdIncludingDeleted(id) : identities.byId(id),
        () -> new IdentityFailure.NotFound(id));
  }

  /**
   * All of the given identities, in the order given, or none (AIP-231). Fails with {@link
   * IdentityFailure.NotFound} for the first that is not there.
   */
  public CompletionStage<List<Identity>> getAll(
      Caller caller, List<IdentityId> ids, boolean includingDeleted) {
    return Found.all(
        ids,
        includingDeleted ? identities.byIdsIncludingDeleted(ids) : identities.byIds(ids),
        Identity::id,
        IdentityFailure.NotFound::new);
  }

  /** The live identity with an email address. Fails with {@link IdentityFailure.NoneWith}. */
  public CompletionStage<Identity> byEmail(Caller caller, EmailAddress email) {
    return Found.or(identities.byEmail(email), () -> new IdentityFailure.NoneWith("email"));
  }

  /** The live identity with a slug. Fails with {@link IdentityFailure.NoneWith}. */
  public CompletionStage<Identity> bySlug(Caller caller, Slug slug) {
    return Found.or(identities.bySlug(slug), () -> new IdentityFailure.NoneWith("slug"));
  }

  /**
   * The live identity that is linked to an account. Fails with {@link IdentityFailure.NoneWith}.
   */
  public CompletionStage<Identity> byExternalAccount(Caller caller, ExternalAccount account) {
    Supplier<IdentityFailure> none = () -> new IdentityFailure.NoneWith("external_account");
    return Found.or(externalLogins.byAccount(account), none)
        .thenCompose(login -> Found.or(identities.byId(login.identityId()), none));
  }

  public CompletionStage<Page<Identity>> list(
      Caller caller, IdentityQuery query, PageRequest page) {
    return identities.list(query, page);
  }
}
