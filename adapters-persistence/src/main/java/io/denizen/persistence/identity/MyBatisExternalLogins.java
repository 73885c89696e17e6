package io.denizen.persistence.identity;

import io.denizen.domain.identity.ExternalAccount;
import io.denizen.domain.identity.ExternalLogin;
import io.denizen.domain.identity.ExternalLoginId;
import io.denizen.domain.identity.ExternalLoginQuery;
import io.denizen.domain.identity.ExternalLogins;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Keys;
import io.denizen.persistence.shared.Lookup;
import io.denizen.persistence.shared.RowReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

final class MyBatisExternalLogins implements ExternalLogins {

  private final RowReader<ExternalLoginSql, ExternalLoginRow, ExternalLogin> read;
  private final Lookup<ExternalLoginId, ExternalLogin> byId;
  private final Lookup<ExternalLoginId, ExternalLogin> byIdIncludingDeleted;
  private final Lookup<ExternalAccount, ExternalLogin> byAccount;
  private final Lookup<IdentityId, ExternalLogin> ofIdentity;

  MyBatisExternalLogins(Database database) {
    this.read =
        new RowReader<>(database, ExternalLoginSql.class, ExternalLoginRow::toExternalLogin);
    this.byId = read.lookup((sql, ids) -> sql.byIds(Keys.uuids(ids)), ExternalLogin::id);
    this.byIdIncludingDeleted =
        read.lookup((sql, ids) -> sql.byIdsIncludingDeleted(Keys.uuids(ids)), ExternalLogin::id);
    this.byAccount =
        read.lookup(
            (sql, accounts) ->
                sql.byAccounts(
                    Keys.texts(accounts, account -> account.provider().value()),
                    Keys.texts(accounts, ExternalAccount::subject)),
            ExternalLogin::account);
    this.ofIdentity =
        read.lookup((sql, ids) -> sql.ofIdentities(Keys.uuids(ids)), ExternalLogin::identityId);
  }

  @Override
  public CompletionStage<Optional<ExternalLogin>> byId(IdentityId identityId, ExternalLoginId id) {
    return byId.one(id).thenApply(found -> found.filter(login -> isOf(identityId, login)));
  }

  @Override
  public CompletionStage<Optional<ExternalLogin>> byIdIncludingDeleted(
      IdentityId identityId, ExternalLoginId id) {
    return byIdIncludingDeleted
        .one(id)
        .thenApply(found -> found.filter(login -> isOf(identityId, login)));
  }

  @Override
  public CompletionStage<Optional<ExternalLogin>> byAccount(ExternalAccount account) {
    return byAccount.one(account);
  }

  @Override
  public CompletionStage<List<ExternalLogin>> ofIdentity(IdentityId identityId) {
    return ofIdentity.many(identityId);
  }

  @Override
  public CompletionStage<List<ExternalLogin>> restorable(ChangeSetId deletion) {
    return read.many(sql -> sql.restorableIncludingDeleted(deletion));
  }

  @Override
  public CompletionStage<Page<ExternalLogin>> list(ExternalLoginQuery query, PageRequest page) {
    return read.many(
            sql ->
                query.includingDeleted()
                    ? sql.listIncludingDeleted(query, page)
                    : sql.list(query, page))
        .thenApply(found -> Page.of(found, page, ExternalLoginQuery::cursor));
  }

  private static boolean isOf(IdentityId identityId, ExternalLogin login) {
    return login.identityId().equals(identityId);
  }
}
