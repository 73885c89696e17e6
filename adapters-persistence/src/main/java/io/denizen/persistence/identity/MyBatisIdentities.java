package io.denizen.persistence.identity;

import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityQuery;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import io.denizen.domain.shared.TypedId;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.RowReader;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

final class MyBatisIdentities implements Identities {

  private final RowReader<IdentitySql, IdentityRow, Identity> read;

  MyBatisIdentities(Database database) {
    this.read = new RowReader<>(database, IdentitySql.class, IdentityRow::toIdentity);
  }

  @Override
  public CompletionStage<Optional<Identity>> byId(IdentityId id) {
    return read.one(sql -> sql.byId(id));
  }

  @Override
  public CompletionStage<Optional<Identity>> byIdIncludingDeleted(IdentityId id) {
    return read.one(sql -> sql.byIdIncludingDeleted(id));
  }

  @Override
  public CompletionStage<List<Identity>> byIds(List<IdentityId> ids) {
    return read.many(sql -> sql.byIds(uuids(ids)));
  }

  @Override
  public CompletionStage<List<Identity>> byIdsIncludingDeleted(List<IdentityId> ids) {
    return read.many(sql -> sql.byIdsIncludingDeleted(uuids(ids)));
  }

  @Override
  public CompletionStage<Optional<Identity>> byEmail(EmailAddress email) {
    return read.one(sql -> sql.byEmail(email));
  }

  @Override
  public CompletionStage<Optional<Identity>> bySlug(Slug slug) {
    return read.one(sql -> sql.bySlug(slug));
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

  private static UUID[] uuids(List<IdentityId> ids) {
    return ids.stream().map(TypedId::value).toArray(UUID[]::new);
  }
}
