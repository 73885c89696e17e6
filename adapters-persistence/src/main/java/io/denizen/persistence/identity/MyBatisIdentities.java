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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

final class MyBatisIdentities implements Identities {

  private final Database database;

  MyBatisIdentities(Database database) {
    this.database = database;
  }

  @Override
  public CompletionStage<Optional<Identity>> byId(IdentityId id) {
    return one(sql -> sql.byId(id));
  }

  @Override
  public CompletionStage<Optional<Identity>> byIdIncludingDeleted(IdentityId id) {
    return one(sql -> sql.byIdIncludingDeleted(id));
  }

  @Override
  public CompletionStage<List<Identity>> byIds(List<IdentityId> ids) {
    return many(sql -> sql.byIds(uuids(ids)));
  }

  @Override
  public CompletionStage<List<Identity>> byIdsIncludingDeleted(List<IdentityId> ids) {
    return many(sql -> sql.byIdsIncludingDeleted(uuids(ids)));
  }

  @Override
  public CompletionStage<Optional<Identity>> byEmail(EmailAddress email) {
    return one(sql -> sql.byEmail(email));
  }

  @Override
  public CompletionStage<Optional<Identity>> bySlug(Slug slug) {
    return one(sql -> sql.bySlug(slug));
  }

  @Override
  public CompletionStage<Page<Identity>> list(IdentityQuery query, PageRequest page) {
    return many(sql ->
            query.includingDeleted()
                ? sql.listIncludingDeleted(query, page)
                : sql.list(query, page))
        .thenApply(found -> Page.of(found, page, query::cursor));
  }

  private CompletionStage<Optional<Identity>> one(
      Function<IdentitySql, @Nullable IdentityRow> query) {
    return database.read(
        session ->
            Optional.ofNullable(query.apply(session.getMapper(IdentitySql.class)))
                .map(IdentityRow::toIdentity));
  }

  private CompletionStage<List<Identity>> many(Function<IdentitySql, List<IdentityRow>> query) {
    return database.read(
        session ->
            query.apply(session.getMapper(IdentitySql.class)).stream()
                .map(IdentityRow::toIdentity)
                .toList());
  }

  private static UUID[] uuids(List<IdentityId> ids) {
    return ids.stream().map(TypedId::value).toArray(UUID[]::new);
  }
}
