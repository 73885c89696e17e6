package io.denizen.testkit.identity;

import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.RoleAssignment;
import io.denizen.domain.identity.RoleAssignmentFailure;
import io.denizen.domain.identity.RoleAssignmentId;
import io.denizen.domain.identity.RoleAssignmentQuery;
import io.denizen.domain.identity.RoleAssignments;
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

/** The role assignments of a {@link Store}. */
public final class InMemoryRoleAssignments implements RoleAssignments {

  private final Store store;
  private final Table<RoleAssignment> table;

  public InMemoryRoleAssignments(Store store, Table<RoleAssignment> table) {
    this.store = store;
    this.table = table;
  }

  /** An empty table with the rules for role assignments. */
  public static Table<RoleAssignment> table(Table<Identity> identities) {
    return new Table<>(
            RoleAssignment.class,
            List.of(
                new UniqueKey<>(
                    assignment -> List.of(assignment.identityId(), assignment.role()),
                    new RoleAssignmentFailure.Exists())))
        .needing(identities, assignment -> Identity.name(assignment.identityId()));
  }

  @Override
  public CompletionStage<Optional<RoleAssignment>> byId(
      IdentityId identityId, RoleAssignmentId id) {
    return store.alone(() -> table.findLive(id).filter(isOf(identityId)));
  }

  @Override
  public CompletionStage<Optional<RoleAssignment>> byIdIncludingDeleted(
      IdentityId identityId, RoleAssignmentId id) {
    return store.alone(() -> table.find(id).filter(isOf(identityId)));
  }

  @Override
  public CompletionStage<List<RoleAssignment>> ofIdentity(IdentityId identityId) {
    return store.alone(() -> table.live().filter(isOf(identityId)).toList());
  }

  @Override
  public CompletionStage<List<RoleAssignment>> restorable(ChangeSetId deletion) {
    return store.alone(
        () ->
            table
                .all()
                .filter(assignment -> deletion.equals(assignment.lifecycle().deletion()))
                .toList());
  }

  @Override
  public CompletionStage<Page<RoleAssignment>> list(RoleAssignmentQuery query, PageRequest page) {
    return store.alone(
        () ->
            Listing.page(
                rows(query),
                RoleAssignmentQuery::cursor,
                Listing.BY_TEXT,
                query.descending(),
                page));
  }

  private Stream<RoleAssignment> rows(RoleAssignmentQuery query) {
    return (query.includingDeleted() ? table.all() : table.live())
        .filter(
            assignment ->
                query.identityId() == null || query.identityId().equals(assignment.identityId()))
        .filter(assignment -> query.role() == null || query.role() == assignment.role());
  }

  private static Predicate<RoleAssignment> isOf(IdentityId identityId) {
    return assignment -> assignment.identityId().equals(identityId);
  }
}
