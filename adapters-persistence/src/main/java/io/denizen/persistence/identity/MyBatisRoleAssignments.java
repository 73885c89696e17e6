package io.denizen.persistence.identity;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.RoleAssignment;
import io.denizen.domain.identity.RoleAssignmentId;
import io.denizen.domain.identity.RoleAssignmentQuery;
import io.denizen.domain.identity.RoleAssignments;
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

final class MyBatisRoleAssignments implements RoleAssignments {

  private final RowReader<RoleAssignmentSql, RoleAssignmentRow, RoleAssignment> read;
  private final Lookup<RoleAssignmentId, RoleAssignment> byId;
  private final Lookup<RoleAssignmentId, RoleAssignment> byIdIncludingDeleted;
  private final Lookup<IdentityId, RoleAssignment> ofIdentity;

  MyBatisRoleAssignments(Database database) {
    this.read =
        new RowReader<>(database, RoleAssignmentSql.class, RoleAssignmentRow::toRoleAssignment);
    this.byId = read.lookup((sql, ids) -> sql.byIds(Keys.uuids(ids)), RoleAssignment::id);
    this.byIdIncludingDeleted =
        read.lookup((sql, ids) -> sql.byIdsIncludingDeleted(Keys.uuids(ids)), RoleAssignment::id);
    this.ofIdentity =
        read.lookup((sql, ids) -> sql.ofIdentities(Keys.uuids(ids)), RoleAssignment::identityId);
  }

  @Override
  public CompletionStage<Optional<RoleAssignment>> byId(
      IdentityId identityId, RoleAssignmentId id) {
    return byId.one(id)
        .thenApply(found -> found.filter(assignment -> isOf(identityId, assignment)));
  }

  @Override
  public CompletionStage<Optional<RoleAssignment>> byIdIncludingDeleted(
      IdentityId identityId, RoleAssignmentId id) {
    return byIdIncludingDeleted
        .one(id)
        .thenApply(found -> found.filter(assignment -> isOf(identityId, assignment)));
  }

  @Override
  public CompletionStage<List<RoleAssignment>> ofIdentity(IdentityId identityId) {
    return ofIdentity.many(identityId);
  }

  @Override
  public CompletionStage<List<RoleAssignment>> restorable(ChangeSetId deletion) {
    return read.many(sql -> sql.restorableIncludingDeleted(deletion));
  }

  @Override
  public CompletionStage<Page<RoleAssignment>> list(RoleAssignmentQuery query, PageRequest page) {
    return read.many(
            sql ->
                query.includingDeleted()
                    ? sql.listIncludingDeleted(query, page)
                    : sql.list(query, page))
        .thenApply(found -> Page.of(found, page, RoleAssignmentQuery::cursor));
  }

  private static boolean isOf(IdentityId identityId, RoleAssignment assignment) {
    return assignment.identityId().equals(identityId);
  }
}
