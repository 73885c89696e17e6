package io.denizen.application.membership;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Expected;
import io.denizen.application.shared.Found;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceFailure;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationDetails;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.membership.Dependents;
import io.denizen.domain.membership.Invitations;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.Teams;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Ids;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Creates, updates, deletes and undeletes applications.
 *
 * <p>Besides the failures that each method lists, any may complete with a {@link
 * io.denizen.domain.shared.StoreFailure} or a {@link io.denizen.domain.audit.JournalFailure}.
 */
public final class ApplicationLifecycle {

  private final Applications applications;
  private final Teams teams;
  private final Roles roles;
  private final Memberships memberships;
  private final Invitations invitations;
  private final Changes changes;
  private final Ids ids;

  public ApplicationLifecycle(
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
   * Creates an application.
   *
   * <p>Fails with {@link ApplicationFailure.SlugTaken}.
   */
  public CompletionStage<Application> create(Submission submission, ApplicationDetails details) {
    ApplicationId id = new ApplicationId(ids.next());
    return changes.submit(
        submission,
        Application::fromImage,
        occasion ->
            CompletableFuture.completedStage(
                Decision.of(Application.create(id, details, occasion))));
  }

  /**
   * Edits what a caller may say about an application. An edit that changes nothing leaves no trace.
   *
   * <p>Fails with {@link ApplicationFailure.NotFound} or {@link ApplicationFailure.SlugTaken}.
   *
   * @param edit sees the application as it is and says what is to be said of it from now on; may
   *     refuse by throwing a {@link io.denizen.domain.shared.FailureException}
   * @param expectedVersion the version that the caller saw (AIP-154); null to edit whatever is
   *     there
   */
  public CompletionStage<Application> update(
      Submission submission,
      ApplicationId id,
      @Nullable Long expectedVersion,
      Function<Application, ApplicationDetails> edit) {
    return changes.submit(
        submission,
        Application::fromImage,
        occasion -> live(id, expectedVersion).thenApply(current -> current.update(edit, occasion)));
  }

  /**
   * Deletes an application; with {@code force} its teams, roles and memberships too, in the same
   * change.
   *
   * <p>Fails with {@link ApplicationFailure.NotFound} or {@link ApplicationFailure.HasChildren}.
   *
   * @param expectedVersion the version that the caller saw (AIP-154); null to delete whatever is
   *     there
   */
  public CompletionStage<Application> delete(
      Submission submission, ApplicationId id, @Nullable Long expectedVersion, boolean force) {
    return changes.submit(
        submission,
        Application::fromImage,
        occasion ->
            live(id, expectedVersion)
                .thenCombine(
                    inside(id, Dependents.limit(force)),
                    (current, dependents) -> current.delete(dependents, force, occasion)));
  }

  /**
   * Brings a deleted application back, and what its deletion removed with it; but for memberships
   * whose identity has been deleted since.
   *
   * <p>Fails with {@link ApplicationFailure.NotFound}, {@link ResourceFailure.NotDeleted} or {@link
   * ApplicationFailure.SlugTaken}.
   *
   * @param expectedVersion the version that the caller saw (AIP-154); null to undelete whatever is
   *     there
   */
  public CompletionStage<Application> undelete(
      Submission submission, ApplicationId id, @Nullable Long expectedVersion) {
    return changes.submit(
        submission,
        Application::fromImage,
        occasion ->
            deleted(id, expectedVersion)
                .thenCompose(
                    current ->
                        removedBy(current.deletion())
                            .thenApply(dependents -> current.undelete(dependents, occasion))));
  }

  private CompletionStage<Application> live(ApplicationId id, @Nullable Long expectedVersion) {
    return Found.or(applications.byId(id), () -> new ApplicationFailure.NotFound(id))
        .thenApply(current -> Expected.version(expectedVersion, current));
  }

  private CompletionStage<Application> deleted(ApplicationId id, @Nullable Long expectedVersion) {
    return Found.or(
            applications.byIdIncludingDeleted(id), () -> new ApplicationFailure.NotFound(id))
        .thenApply(current -> Expected.version(expectedVersion, current));
  }

  private CompletionStage<Dependents> inside(ApplicationId id, int limit) {
    return dependents(
            teams.ofApplication(id, limit),
            roles.ofApplication(id, limit),
            memberships.ofApplication(id, limit))
        .thenCombine(invitations.pendingOfApplication(id, Dependents.INVITATIONS), Dependents::and);
  }

  private CompletionStage<Dependents> removedBy(ChangeSetId deletion) {
    return dependents(
            teams.deletedBy(deletion), roles.deletedBy(deletion), memberships.restorable(deletion))
        .thenCombine(invitations.restorable(deletion), Dependents::and);
  }

  private static CompletionStage<Dependents> dependents(
      CompletionStage<List<Team>> teams,
      CompletionStage<List<Role>> roles,
      CompletionStage<List<Membership>> memberships) {
    return teams.thenCompose(
        inside ->
            roles.thenCombine(
                memberships, (its, belonging) -> new Dependents(inside, its, belonging)));
  }
}
