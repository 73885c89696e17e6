package io.denizen.persistence.membership;

import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleId;
import io.denizen.domain.membership.RoleQuery;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Keys;
import io.denizen.persistence.shared.Lookup;
import io.denizen.persistence.shared.RowReader;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

final class MyBatisRoles implements Roles {

  private final RowReader<RoleSql, RoleRow, Role> read;
  private final Lookup<InApplication<RoleId>, Role> byId;
  private final Lookup<InApplication<RoleId>, Role> byIdIncludingDeleted;
  private final Lookup<InApplication<Slug>, Role> bySlug;

  MyBatisRoles(Database database) {
    this.read = new RowReader<>(database, RoleSql.class, RoleRow::toRole);
    this.byId = read.lookup((sql, keys) -> sql.byIds(ids(keys)), MyBatisRoles::key);
    this.byIdIncludingDeleted =
        read.lookup((sql, keys) -> sql.byIdsIncludingDeleted(ids(keys)), MyBatisRoles::key);
    this.bySlug =
        read.lookup(
            (sql, keys) ->
                sql.bySlugs(
                    Keys.uuids(keys, InApplication::applicationId),
                    Keys.texts(keys, key -> key.id().value())),
            role -> new InApplication<>(role.applicationId(), role.slug()));
  }

  @Override
  public CompletionStage<Optional<Role>> byId(ApplicationId applicationId, RoleId id) {
    return byId.one(new InApplication<>(applicationId, id));
  }

  @Override
  public CompletionStage<Optional<Role>> byIdIncludingDeleted(
      ApplicationId applicationId, RoleId id) {
    return byIdIncludingDeleted.one(new InApplication<>(applicationId, id));
  }

  /** Asked with every membership that is given roles, and so shared. */
  @Override
  public CompletionStage<List<Role>> bySlugs(ApplicationId applicationId, List<Slug> slugs) {
    return bySlug.all(
        slugs.stream().map(slug -> new InApplication<>(applicationId, slug)).toList());
  }

  @Override
  public CompletionStage<List<Role>> bySlugsIncludingDeleted(
      ApplicationId applicationId, List<Slug> slugs) {
    return read.many(
        sql -> sql.bySlugsIncludingDeleted(applicationId, Keys.texts(slugs, Slug::value)));
  }

  @Override
  public CompletionStage<List<Role>> reachable(ApplicationId applicationId, List<Slug> slugs) {
    return read.many(sql -> sql.reachable(applicationId, Keys.texts(slugs, Slug::value)));
  }

  @Override
  public CompletionStage<List<Role>> including(ApplicationId applicationId, Slug slug, int limit) {
    return read.many(sql -> sql.including(applicationId, slug, limit));
  }

  @Override
  public CompletionStage<List<Role>> ofApplication(ApplicationId applicationId, int limit) {
    return read.many(sql -> sql.ofApplication(applicationId, limit));
  }

  @Override
  public CompletionStage<List<Role>> deletedBy(ChangeSetId deletion) {
    return read.many(sql -> sql.deletedByIncludingDeleted(deletion));
  }

  @Override
  public CompletionStage<List<Role>> heldBefore(ChangeSetId deletion) {
    return read.many(sql -> sql.heldBeforeIncludingDeleted(deletion));
  }

  @Override
  public CompletionStage<Page<Role>> list(RoleQuery query, PageRequest page) {
    return read.many(
            sql ->
                query.includingDeleted()
                    ? sql.listIncludingDeleted(query, page)
                    : sql.list(query, page))
        .thenApply(found -> Page.of(found, page, query::cursor));
  }

  private static InApplication<RoleId> key(Role role) {
    return new InApplication<>(role.applicationId(), role.id());
  }

  private static UUID[] ids(List<InApplication<RoleId>> keys) {
    return Keys.uuids(keys, InApplication::id);
  }
}
