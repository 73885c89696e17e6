package io.denizen.persistence.identity;

import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityQuery;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Keys;
import io.denizen.persistence.shared.Lookup;
import io.denizen.persistence.shared.RowReader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

final class MyBatisIdentities implements Identities {

  private final RowReader<IdentitySql, IdentityRow, Identity> read;
  private final Lookup<IdentityId, Identity> byId;
  private final Lookup<IdentityId, Identity> byIdIncludingDeleted;
  private final Lookup<String, Identity> byEmail;
  private final Lookup<Slug, Identity> bySlug;

  MyBatisIdentities(Database database) {
    this.read = new RowReader<>(database, IdentitySql.class, IdentityRow::toIdentity);
    this.byId = read.lookup((sql, ids) -> sql.byIds(Keys.uuids(ids)), Identity::id);
    this.byIdIncludingDeleted =
        read.lookup((sql, ids) -> sql.byIdsIncludingDeleted(Keys.uuids(ids)), Identity::id);
    this.byEmail =
        read.lookup(
            (sql, keys) -> sql.byEmails(keys.toArray(String[]::new)),
            identity -> Objects.requireNonNull(identity.details().email()).key());
    this.bySlug =
        read.lookup(
            (sql, slugs) -> sql.bySlugs(Keys.texts(slugs, Slug::value)),
            identity -> Objects.requireNonNull(identity.details().slug()));
  }

  @Override
  public CompletionStage<Optional<Identity>> byId(IdentityId id) {
    return byId.one(id);
  }

  @Override
  public CompletionStage<Optional<Identity>> byIdIncludingDeleted(IdentityId id) {
    return byIdIncludingDeleted.one(id);
  }

  @Override
  public CompletionStage<List<Identity>> byIds(List<IdentityId> ids) {
    return byId.all(ids);
  }

  @Override
  public CompletionStage<List<Identity>> byIdsIncludingDeleted(List<IdentityId> ids) {
    return byIdIncludingDeleted.all(ids);
  }

  @Override
  public CompletionStage<Optional<Identity>> byEmail(EmailAddress email) {
    return byEmail.one(email.key());
  }

  @Override
  public CompletionStage<Optional<Identity>> bySlug(Slug slug) {
    return bySlug.one(slug);
  }

  @Override
  public CompletionStage<Page<Identity>> list(IdentityQuery query, PageRequest page) {
    return read.many(
            sql ->
                query.includingDeleted()
                    ? sql.listIncludingDeleted(query, page)
                    : sql.list(query, page))
        .thenApply(found -> Page.of(found, page, query::cursor));
  }
}
