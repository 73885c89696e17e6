package io.denizen.testkit.membership;

import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipFailure;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.MembershipKey;
import io.denizen.domain.membership.MembershipQuery;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import io.denizen.testkit.shared.Listing;
import io.denizen.testkit.shared.Store;
import io.denizen.testkit.shared.Table;
import io.denizen.testkit.shared.UniqueKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The memberships of a {@link Store}. */
public final class InMemoryMemberships implements Memberships {

  private final Store store;
  private final Table<Membership> table;

  public InMemoryMemberships(Store store, Table<Membership> table) {
    this.store = store;
    this.table = table;
  }

  /** An empty table with the rules for memberships. */
  public static Table<Membership> table(
      Table<Identity> identities,
      Table<Application> applications,
      Table<Team> teams,
      Table<Role> roles) {
    return new Table<>(
            Membership.class,
            List.of(new UniqueKey<>(MembershipKey::of, new MembershipFailure.Exists())))
        .needing(identities, membership -> Identity.name(membership.identityId()))
        .needing(applications, membership -> Application.name(membership.applicationId()))
        .needing(teams, InMemoryMemberships::teamName)
        .needingAll(
            roles,
            InMemoryRoles::key,
            membership ->
                InMemoryRoles.keys(membership.applicationId(), membership.roles().slugs()));
  }

  @Override
  public CompletionStage<Optional<Membership>> byId(ApplicationId applicationId, MembershipId id) {
    return store.alone(() -> table.findLive(id).filter(isIn(applicationId)));
  }

  @Override
  public CompletionStage<Optional<Membership>> byIdIncludingDeleted(
      ApplicationId applicationId, MembershipId id) {
    return store.alone(() -> table.find(id).filter(isIn(applicationId)));
  }

  @Override
  public CompletionStage<List<Membership>> byIds(
      ApplicationId applicationId, List<MembershipId> ids) {
    Set<MembershipId> wanted = new HashSet<>(ids);
    return live(isIn(applicationId).and(row -> wanted.contains(row.id())), Integer.MAX_VALUE);
  }

  @Override
  public CompletionStage<List<Membership>> at(List<MembershipKey> keys) {
    Set<MembershipKey> wanted = new HashSet<>(keys);
    return live(row -> wanted.contains(MembershipKey.of(row)), Integer.MAX_VALUE);
  }

  @Override
  public CompletionStage<List<Membership>> over(Instant now, int limit) {
    return store.alone(
        () ->
            table
                .live()
                .filter(row -> row.details().validity().isOverAt(now))
                .sorted(Comparator.comparing(InMemoryMemberships::end))
                .limit(limit)
                .toList());
  }

  @Override
  public CompletionStage<List<Membership>> ofIdentity(IdentityId identityId, int limit) {
    return live(membership -> membership.identityId().equals(identityId), limit);
  }

  @Override
  public CompletionStage<List<Membership>> ofApplication(ApplicationId applicationId, int limit) {
    return live(isIn(applicationId), limit);
  }

  @Override
  public CompletionStage<List<Membership>> ofTeams(List<TeamId> teamIds, int limit) {
    Set<@Nullable TeamId> wanted = new HashSet<>(teamIds);
    return live(membership -> wanted.contains(membership.teamId()), limit);
  }

  @Override
  public CompletionStage<List<Membership>> withRole(
      ApplicationId applicationId, Slug role, int limit) {
    return live(
        membership -> isIn(applicationId).test(membership) && membership.roles().contains(role),
        limit);
  }

  @Override
  public CompletionStage<List<Membership>> restorable(ChangeSetId deletion) {
    return store.alone(
        () ->
            table
                .all()
                .filter(membership -> deletion.equals(membership.lifecycle().deletion()))
                .filter(
                    membership ->
                        table
                            .parentsOf(membership)
                            .allMatch(parent -> isLiveOrDeletedBy(deletion, parent.lifecycle())))
                .toList());
  }

  @Override
  public CompletionStage<Page<Membership>> list(MembershipQuery query, PageRequest page) {
    return store.alone(
        () ->
            Listing.page(
                rows(query), MembershipQuery::cursor, Listing.BY_TEXT, query.descending(), page));
  }

  private CompletionStage<List<Membership>> live(Predicate<Membership> wanted, int limit) {
    return store.alone(() -> table.live().filter(wanted).limit(limit).toList());
  }

  private Stream<Membership> rows(MembershipQuery query) {
    return (query.includingDeleted() ? table.all() : table.live())
        .filter(row -> query.applicationId() == null || isIn(query.applicationId()).test(row))
        .filter(row -> query.identityId() == null || query.identityId().equals(row.identityId()))
        .filter(row -> query.teamId() == null || query.teamId().equals(row.teamId()))
        .filter(row -> query.role() == null || row.roles().contains(query.role()));
  }

  private static Instant end(Membership membership) {
    return Objects.requireNonNull(membership.details().validity().expireTime());
  }

  private static boolean isLiveOrDeletedBy(ChangeSetId deletion, Lifecycle lifecycle) {
    return lifecycle.isLive() || deletion.equals(lifecycle.deletion());
  }

  private static Predicate<Membership> isIn(ApplicationId applicationId) {
    return membership -> membership.applicationId().equals(applicationId);
  }

  private static @Nullable ResourceName teamName(Membership membership) {
    TeamId team = membership.teamId();
    return team == null ? null : Team.name(membership.applicationId(), team);
  }
}
