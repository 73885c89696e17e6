package io.denizen.testkit.membership;

import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Invitation;
import io.denizen.domain.membership.InvitationDetails;
import io.denizen.domain.membership.InvitationFailure;
import io.denizen.domain.membership.InvitationId;
import io.denizen.domain.membership.InvitationQuery;
import io.denizen.domain.membership.InvitationState;
import io.denizen.domain.membership.Invitations;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.TokenHash;
import io.denizen.testkit.shared.Listing;
import io.denizen.testkit.shared.Store;
import io.denizen.testkit.shared.Table;
import io.denizen.testkit.shared.UniqueKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The invitations of a {@link Store}. */
public final class InMemoryInvitations implements Invitations {

  private final Store store;
  private final Table<Invitation> table;
  private final Table<Application> applications;

  public InMemoryInvitations(
      Store store, Table<Invitation> table, Table<Application> applications) {
    this.store = store;
    this.table = table;
    this.applications = applications;
  }

  /** An empty table with the rules for invitations. */
  public static Table<Invitation> table(Table<Application> applications, Table<Team> teams) {
    return new Table<>(
            Invitation.class,
            List.of(
                new UniqueKey<Invitation>(
                    invitation ->
                        invitation.isPending()
                            ? target(invitation.applicationId(), invitation.details())
                            : null,
                    new InvitationFailure.Pending())))
        .needing(applications, InMemoryInvitations::applicationName)
        .needing(teams, InMemoryInvitations::teamName);
  }

  @Override
  public CompletionStage<Optional<Invitation>> byId(ApplicationId applicationId, InvitationId id) {
    return store.alone(() -> table.findLive(id).filter(isTo(applicationId)).filter(this::isThere));
  }

  @Override
  public CompletionStage<Optional<Invitation>> byIdIncludingDeleted(
      ApplicationId applicationId, InvitationId id) {
    return store.alone(() -> table.find(id).filter(isTo(applicationId)));
  }

  @Override
  public CompletionStage<Optional<Invitation>> byHash(TokenHash hash) {
    return store.alone(() -> table.live().filter(row -> row.hash().equals(hash)).findFirst());
  }

  @Override
  public CompletionStage<Optional<Invitation>> pending(
      ApplicationId applicationId, InvitationDetails details) {
    Target wanted = target(applicationId, details);
    return store.alone(
        () ->
            table
                .live()
                .filter(Invitation::isPending)
                .filter(row -> target(row.applicationId(), row.details()).equals(wanted))
                .findFirst());
  }

  @Override
  public CompletionStage<List<Invitation>> over(Instant now, int limit) {
    return store.alone(
        () ->
            table
                .live()
                .filter(Invitation::isPending)
                .filter(row -> !now.isBefore(row.expireTime()))
                .sorted(Comparator.comparing(Invitation::expireTime))
                .limit(limit)
                .toList());
  }

  @Override
  public CompletionStage<List<Invitation>> pendingOfApplication(
      ApplicationId applicationId, int limit) {
    return pending(isTo(applicationId), limit);
  }

  @Override
  public CompletionStage<List<Invitation>> pendingOfTeams(List<TeamId> teamIds, int limit) {
    Set<@Nullable TeamId> wanted = new HashSet<>(teamIds);
    return pending(invitation -> wanted.contains(invitation.details().teamId()), limit);
  }

  @Override
  public CompletionStage<List<Invitation>> restorable(ChangeSetId deletion) {
    return store.alone(
        () ->
            table
                .all()
                .filter(row -> deletion.equals(row.lifecycle().deletion()))
                .filter(
                    row ->
                        table
                            .parentsOf(row)
                            .allMatch(parent -> isLiveOrDeletedBy(deletion, parent.lifecycle())))
                .toList());
  }

  @Override
  public CompletionStage<Page<Invitation>> list(InvitationQuery query, PageRequest page) {
    return store.alone(
        () ->
            Listing.page(
                rows(query), InvitationQuery::cursor, Listing.BY_TEXT, query.descending(), page));
  }

  private CompletionStage<List<Invitation>> pending(Predicate<Invitation> wanted, int limit) {
    return store.alone(
        () -> table.live().filter(Invitation::isPending).filter(wanted).limit(limit).toList());
  }

  /** A pending one goes with its application; any other is there as long as that is. */
  private boolean isThere(Invitation invitation) {
    return invitation.isPending() || applications.findLive(invitation.applicationId()).isPresent();
  }

  private Stream<Invitation> rows(InvitationQuery query) {
    return (query.includingDeleted() ? table.all() : table.live().filter(this::isThere))
        .filter(isTo(query.applicationId()))
        .filter(row -> query.teamId() == null || query.teamId().equals(row.details().teamId()))
        .filter(
            row -> query.email() == null || query.email().key().equals(row.details().email().key()))
        .filter(row -> query.state() == null || query.state() == row.state());
  }

  /** Who is invited to what. */
  private record Target(ApplicationId applicationId, @Nullable TeamId teamId, String emailKey) {}

  private static Target target(ApplicationId applicationId, InvitationDetails details) {
    return new Target(applicationId, details.teamId(), details.email().key());
  }

  private static boolean isLiveOrDeletedBy(ChangeSetId deletion, Lifecycle lifecycle) {
    return lifecycle.isLive() || deletion.equals(lifecycle.deletion());
  }

  private static Predicate<Invitation> isTo(ApplicationId applicationId) {
    return invitation -> invitation.applicationId().equals(applicationId);
  }

  /** Of whatever is not pending these are but words. */
  private static @Nullable ResourceName applicationName(Invitation invitation) {
    return invitation.state() == InvitationState.PENDING
        ? Application.name(invitation.applicationId())
        : null;
  }

  private static @Nullable ResourceName teamName(Invitation invitation) {
    TeamId team = invitation.details().teamId();
    return team == null || invitation.state() != InvitationState.PENDING
        ? null
        : Team.name(invitation.applicationId(), team);
  }
}
