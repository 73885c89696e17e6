package io.denizen.application.membership;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Expected;
import io.denizen.application.shared.Found;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceFailure;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.membership.Dependents;
import io.denizen.domain.membership.Invitations;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamDetails;
import io.denizen.domain.membership.TeamFailure;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.membership.Teams;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.Occasion;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Creates, updates, moves, deletes and undeletes teams.
 *
 * <p>Besides the failures that each method lists, any may complete with a {@link
 * io.denizen.domain.shared.StoreFailure} or a {@link io.denizen.domain.audit.JournalFailure}.
 */
public final class TeamLifecycle {

  private final Applications applications;
  private final Teams teams;
  private final Roles roles;
  private final Memberships memberships;
  private final Invitations invitations;
  private final Changes changes;
  private final Ids ids;

  public TeamLifecycle(
      Applications applications,
      Teams teams,
      Roles roles,
      Memberships memberships,
      Invitations invitations,
      Changes changes,
      Ids ids) {
    this.applications = applications;
    this.teams = teams;
    this.roles = roles;
    this.memberships = memberships;
    this.invitations = invitations;
    this.changes = changes;
    this.ids = ids;
  }

  /**
   * Creates a team.
   *
   * <p>Fails with {@link ApplicationFailure.NotFound}, {@link TeamFailure.ParentNotFound} or {@link
   * TeamFailure.SlugTaken}.
   */
  public CompletionStage<Team> create(
      Submission submission, ApplicationId applicationId, TeamDetails details) {
    TeamId id = new TeamId(ids.next());
    return changes.submit(
        submission,
        Team::fromImage,
        occasion ->
            place(
                    applicationId,
                    details.parent(),
                    () -> new ApplicationFailure.NotFound(applicationId),
                    parent -> new TeamFailure.ParentNotFound(applicationId, parent))
                .thenApply(
                    there -> Decision.of(Team.create(id, applicationId, details, occasion))));
  }

  /**
   * Edits what a caller may say about a team; another parent moves it with all that is inside it.
   * An edit that changes nothing leaves no trace.
   *
   * <p>Fails with {@link TeamFailure.NotFound}, {@link TeamFailure.ParentNotFound}, {@link
   * TeamFailure.Cycle} or {@link TeamFailure.SlugTaken}.
   *
   * @param edit sees the team as it is and says what is to be said of it from now on; may refuse by
   *     throwing a {@link io.denizen.domain.shared.FailureException}
   * @param expectedVersion the version that the caller saw (AIP-154); null to edit whatever is
   *     there
   */
  public CompletionStage<Team> update(
      Submission submission,
      ApplicationId applicationId,
      TeamId id,
      @Nullable Long expectedVersion,
      Function<Team, TeamDetails> edit) {
    return changes.submit(
        submission,
        Team::fromImage,
        occasion ->
            live(applicationId, id, expectedVersion)
                .thenCompose(current -> update(current, edit.apply(current), occasion)));
  }

  /**
   * Deletes a team; with {@code force} the teams inside it and the memberships of all of them too,
   * in the same change.
   *
   * <p>Fails with {@link TeamFailure.NotFound} or {@link TeamFailure.HasChildren}.
   *
   * @param expectedVersion the version that the caller saw (AIP-154); null to delete whatever is
   *     there
   */
  public CompletionStage<Team> delete(
      Submission submission,
      ApplicationId applicationId,
      TeamId id,
      @Nullable Long expectedVersion,
      boolean force) {
    return changes.submit(
        submission,
        Team::fromImage,
        occasion ->
            live(applicationId, id, expectedVersion)
                .thenCombine(
                    inside(applicationId, id, Dependents.limit(force)),
                    (current, dependents) -> current.delete(dependents, force, occasion)));
  }

  /**
   * Brings a deleted team back, and what its deletion removed with it; but for memberships whose
   * identity has been deleted since, and their roles that have been.
   *
   * <p>Fails with {@link TeamFailure.NotFound}, {@link ResourceFailure.NotDeleted}, {@link
   * ResourceFailure.ParentDeleted} or {@link TeamFailure.SlugTaken}.
   *
   * @param expectedVersion the version that the caller saw (AIP-154); null to undelete whatever is
   *     there
   */
  public CompletionStage<Team> undelete(
      Submission submission,
      ApplicationId applicationId,
      TeamId id,
      @Nullable Long expectedVersion) {
    return changes.submit(
        submission,
        Team::fromImage,
        occasion ->
            deleted(applicationId, id, expectedVersion)
                .thenCompose(current -> undelete(current, occasion)));
  }

  private CompletionStage<Decision<Team>> update(
      Team current, TeamDetails edited, Occasion occasion) {
    TeamId newParent = current.newParent(edited);
    CompletionStage<List<Team>> lineage =
        newParent == null
            ? CompletableFuture.completedStage(List.of())
            : teams.lineage(current.applicationId(), newParent);
    return lineage.thenApply(above -> current.update(edited, above, occasion));
  }

  private CompletionStage<Decision<Team>> undelete(Team current, Occasion occasion) {
    ChangeSetId deletion = current.deletion();
    return placeOf(current)
        .thenCombine(
            removedWith(current.id(), deletion)
                .thenCombine(roles.heldBefore(deletion), Returning::new),
            (place, returning) ->
                current.undelete(returning.dependents(), returning.roles(), occasion));
  }

  private CompletionStage<Team> live(
      ApplicationId applicationId, TeamId id, @Nullable Long expectedVersion) {
    return Found.or(
            teams.byId(applicationId, id), () -> new TeamFailure.NotFound(applicationId, id))
        .thenApply(current -> Expected.version(expectedVersion, current));
  }

  private CompletionStage<Team> deleted(
      ApplicationId applicationId, TeamId id, @Nullable Long expectedVersion) {
    return Found.or(
            teams.byIdIncludingDeleted(applicationId, id),
            () -> new TeamFailure.NotFound(applicationId, id))
        .thenApply(current -> Expected.version(expectedVersion, current));
  }

  private CompletionStage<Dependents> inside(ApplicationId applicationId, TeamId id, int limit) {
    return teams
        .subtree(applicationId, id, 1 + limit)
        .thenCompose(
            subtree -> {
              List<TeamId> all = subtree.stream().map(Team::id).toList();
              return memberships
                  .ofTeams(all, limit)
                  .thenApply(found -> Dependents.of(id, subtree, found))
                  .thenCombine(
                      invitations.pendingOfTeams(all, Dependents.INVITATIONS), Dependents::and);
            });
  }

  private CompletionStage<Dependents> removedWith(TeamId id, ChangeSetId deletion) {
    return teams
        .deletedBy(deletion)
        .thenCombine(
            memberships.restorable(deletion),
            (removed, restorable) -> Dependents.of(id, removed, restorable))
        .thenCombine(invitations.restorable(deletion), Dependents::and);
  }

  private CompletionStage<?> placeOf(Team team) {
    ApplicationId applicationId = team.applicationId();
    return place(
        applicationId,
        team.details().parent(),
        () -> new ResourceFailure.ParentDeleted(team.name(), Application.name(applicationId)),
        parent -> new ResourceFailure.ParentDeleted(team.name(), Team.name(applicationId, parent)));
  }

  /** Makes sure that the application, and the parent team if there is to be one, are live. */
  private CompletionStage<?> place(
      ApplicationId applicationId,
      @Nullable TeamId parent,
      Supplier<Failure> noApplication,
      Function<TeamId, Failure> noParent) {
    return Found.or(applications.byId(applicationId), noApplication)
        .thenCombine(
            Found.ifNamed(parent, named -> teams.byId(applicationId, named), noParent),
            (application, found) -> application);
  }

  /** What comes back with a team, and the roles that are there for it. */
  private record Returning(Dependents dependents, List<Role> roles) {}
}
