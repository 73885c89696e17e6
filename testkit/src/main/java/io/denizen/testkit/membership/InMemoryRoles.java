package io.denizen.testkit.membership;

import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleFailure;
import io.denizen.domain.membership.RoleId;
import io.denizen.domain.membership.RoleQuery;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import io.denizen.testkit.shared.Listing;
import io.denizen.testkit.shared.Store;
import io.denizen.testkit.shared.Table;
import io.denizen.testkit.shared.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The roles of a {@link Store}. */
public final class InMemoryRoles implements Roles {

  private final Store store;
  private final Table<Role> table;
  private final Table<Membership> memberships;

  public InMemoryRoles(Store store, Table<Role> table, Table<Membership> memberships) {
    this.store = store;
    this.table = table;
    this.memberships = memberships;
  }

  /** An empty table with the rules for roles. */
  public static Table<Role> table(Table<Application> applications) {
    Table<Role> roles =
        new Table<>(
            Role.class,
            List.of(
                UniqueKey.forGood(
                    role -> List.of(role.applicationId(), role.slug()),
                    new RoleFailure.SlugTaken())));
    return roles
        .needing(applications, role -> Application.name(role.applicationId()))
        .needingAll(
            roles,
            InMemoryRoles::key,
            role -> keys(role.applicationId(), role.details().includes()));
  }

  /** What memberships and other roles know a role by. */
  static Object key(Role role) {
    return List.of(role.applicationId(), role.slug());
  }

  static List<Object> keys(ApplicationId applicationId, List<Slug> slugs) {
    return slugs.stream().<Object>map(slug -> List.of(applicationId, slug)).toList();
  }

  @Override
  public CompletionStage<Optional<Role>> byId(ApplicationId applicationId, RoleId id) {
    return store.alone(() -> table.findLive(id).filter(isIn(applicationId)));
  }

  @Override
  public CompletionStage<Optional<Role>> byIdIncludingDeleted(
      ApplicationId applicationId, RoleId id) {
    return store.alone(() -> table.find(id).filter(isIn(applicationId)));
  }

  @Override
  public CompletionStage<List<Role>> bySlugs(ApplicationId applicationId, List<Slug> slugs) {
    return store.alone(() -> found(applicationId, slugs).toList());
  }

  @Override
  public CompletionStage<List<Role>> bySlugsIncludingDeleted(
      ApplicationId applicationId, List<Slug> slugs) {
    return store.alone(
        () ->
            table
                .all()
                .filter(isIn(applicationId))
                .filter(role -> slugs.contains(role.slug()))
                .toList());
  }

  @Override
  public CompletionStage<List<Role>> reachable(ApplicationId applicationId, List<Slug> slugs) {
    return store.alone(
        () -> {
          List<Role> reached = new ArrayList<>(found(applicationId, slugs).toList());
          for (int next = 0; next < reached.size(); next++) {
            found(applicationId, reached.get(next).details().includes())
                .filter(role -> !reached.contains(role))
                .forEach(reached::add);
          }
          return List.copyOf(reached);
        });
  }

  @Override
  public CompletionStage<List<Role>> including(ApplicationId applicationId, Slug slug, int limit) {
    return store.alone(
        () ->
            table
                .live()
                .filter(isIn(applicationId))
                .filter(role -> role.details().includes().contains(slug))
                .limit(limit)
                .toList());
  }

  @Override
  public CompletionStage<List<Role>> ofApplication(ApplicationId applicationId, int limit) {
    return store.alone(() -> table.live().filter(isIn(applicationId)).limit(limit).toList());
  }

  @Override
  public CompletionStage<List<Role>> deletedBy(ChangeSetId deletion) {
    return store.alone(
        () -> table.all().filter(role -> deletion.equals(role.lifecycle().deletion())).toList());
  }

  @Override
  public CompletionStage<List<Role>> heldBefore(ChangeSetId deletion) {
    return store.alone(
        () ->
            memberships
                .all()
                .filter(held -> deletion.equals(held.lifecycle().deletion()))
                .flatMap(held -> found(held.applicationId(), held.roles().slugs()))
                .distinct()
                .toList());
  }

  @Override
  public CompletionStage<Page<Role>> list(RoleQuery query, PageRequest page) {
    return store.alone(
        () -> Listing.page(rows(query), query::cursor, Listing.BY_TEXT, query.descending(), page));
  }

  private Stream<Role> rows(RoleQuery query) {
    return (query.includingDeleted() ? table.all() : table.live())
        .filter(isIn(query.applicationId()))
        .filter(role -> query.slug() == null || query.slug().equals(role.slug()));
  }

  private Stream<Role> found(ApplicationId applicationId, List<Slug> slugs) {
    return table.live().filter(isIn(applicationId)).filter(role -> slugs.contains(role.slug()));
  }

  private static Predicate<Role> isIn(ApplicationId applicationId) {
    return role -> role.applicationId().equals(applicationId);
  }
}
