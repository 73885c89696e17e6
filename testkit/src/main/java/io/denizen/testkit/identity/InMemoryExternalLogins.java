package io.denizen.testkit.identity;

import io.denizen.domain.identity.ExternalAccount;
import io.denizen.domain.identity.ExternalLogin;
import io.denizen.domain.identity.ExternalLoginFailure;
import io.denizen.domain.identity.ExternalLoginId;
import io.denizen.domain.identity.ExternalLoginQuery;
import io.denizen.domain.identity.ExternalLogins;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.testkit.shared.Listing;
import io.denizen.testkit.shared.Store;
import io.denizen.testkit.shared.Table;
import io.denizen.testkit.shared.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The external logins of a {@link Store}. */
public final class InMemoryExternalLogins implements ExternalLogins {

  private final Store store;
  private final Table<ExternalLogin> table;

  public InMemoryExternalLogins(Store store, Table<ExternalLogin> table) {
    this.store = store;
    this.table = table;
  }

  /** An empty table with the rules for external logins. */
  public static Table<ExternalLogin> table(Table<Identity> identities) {
    return new Table<>(
            ExternalLogin.class,
            List.of(
                new UniqueKey<>(ExternalLogin::account, new ExternalLoginFailure.AccountLinked())))
        .needing(identities, login -> Identity.name(login.identityId()));
  }

  @Override
  public CompletionStage<Optional<ExternalLogin>> byId(IdentityId identityId, ExternalLoginId id) {
    return store.alone(() -> table.findLive(id).filter(isOf(identityId)));
  }

  @Override
  public CompletionStage<Optional<ExternalLogin>> byIdIncludingDeleted(
      IdentityId identityId, ExternalLoginId id) {
    return store.alone(() -> table.find(id).filter(isOf(identityId)));
  }

  @Override
  public CompletionStage<Optional<ExternalLogin>> byAccount(ExternalAccount account) {
    return store.alone(
        () -> table.live().filter(login -> login.account().equals(account)).findFirst());
  }

  @Override
  public CompletionStage<List<ExternalLogin>> ofIdentity(IdentityId identityId) {
    return store.alone(() -> table.live().filter(isOf(identityId)).toList());
  }

  @Override
  public CompletionStage<List<ExternalLogin>> restorable(ChangeSetId deletion) {
    return store.alone(
        () -> table.all().filter(login -> deletion.equals(login.lifecycle().deletion())).toList());
  }

  @Override
  public CompletionStage<Page<ExternalLogin>> list(ExternalLoginQuery query, PageRequest page) {
    return store.alone(
        () ->
            Listing.page(
                rows(query),
                ExternalLoginQuery::cursor,
                Listing.BY_TEXT,
                query.descending(),
                page));
  }

  private Stream<ExternalLogin> rows(ExternalLoginQuery query) {
    return (query.includingDeleted() ? table.all() : table.live())
        .filter(isOf(query.identityId()))
        .filter(
            login ->
                query.provider() == null || query.provider().equals(login.account().provider()));
  }

  private static Predicate<ExternalLogin> isOf(IdentityId identityId) {
    return login -> login.identityId().equals(identityId);
  }
}
