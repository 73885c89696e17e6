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
import io.denizen.domain.membership.MembershipFailure;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.Owners;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleDetails;
import io.denizen.domain.membership.RoleFailure;
import io.denizen.domain.membership.RoleId;
import io.denizen.domain.membership.RoleUses;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Slug;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Creates, updates, deletes and undeletes the roles of applications. System roles are in none: to
 * change one is refused with {@link RoleFailure.Immutable} by whoever reads its name.
 *
 * <p>Besides the failures that each method lists, any may complete with a {@link
 * io.denizen.domain.shared.StoreFailure} or a {@link io.denizen.domain.audit.JournalFailure}.
 */
public final class RoleLifecycle {

  private final Applications applications;
  private final Roles roles;
  private final Memberships memberships;
  private final Owners owners;
  private final Changes changes;
  private final Ids ids;

  public RoleLifecycle(
      Applications applications,
      Roles roles,
      Memberships memberships,
      Owners owners,
      Changes changes,
      Ids ids) {
    this.applications = applications;
    this.roles = roles;
    this.memberships = memberships;
    this.owners = owners;
    this.changes = changes;
    this.ids = ids;
  }

  /**
   * Creates a role. Its slug is one that the application never had a role of: memberships and
   * invitations name roles by slug, and must not come to mean another one.
   *
   * <p>Fails with {@link ApplicationFailure.NotFound}, {@link RoleFailure.Unknown}, {@link
   * RoleFailure.Cycle} or {@link RoleFailure.SlugTaken}.
   */
  public CompletionStage<Role> create(
      Submission submission, ApplicationId applicationId, Slug slug, RoleDetails details) {
    RoleId id = new RoleId(ids.next());
    return changes.submit(
        submission,
        Role::fromImage,
        occasion ->
            Found.or(
                    applications.byId(applicationId),
                    () -> new ApplicationFailure.NotFound(applicationId))
                .thenCombine(
                    reachable(applicationId, details.includes()),
                    (application, reachable) ->
                        Role.create(id, applicationId, slug, details, reachable, occasion)));
  }

  /**
   * Edits what a caller may say about a role. An edit that changes nothing leaves no trace.
   *
   * <p>Fails with {@link RoleFailure.NotFound}, {@link RoleFailure.Unknown}, {@link
   * RoleFailure.Cycle} or, if it is to make no owners any more, {@link
   * MembershipFailure.LastOwner}.
   *
   * @param edit sees the role as it is and says what is to be said of it from now on; may refuse by
   *     throwing a {@link io.denizen.domain.shared.FailureException}
   * @param expectedVersion the version that the caller saw (AIP-154); null to edit whatever is
   *     there
   */
  public CompletionStage<Role> update(
      Submission submission,
      ApplicationId applicationId,
      RoleId id,
      @Nullable Long expectedVersion,
      Function<Role, RoleDetails> edit) {
    return changes.submit(
        submission,
        Role::fromImage,
        occasion ->
            live(applicationId, id, expectedVersion)
                .thenCompose(current -> update(current, edit.apply(current), occasion)));
  }

  /**
   * Deletes a role; with {@code force} it is first taken from all who hold it and from the roles
   * that include it, in the same change.
   *
   * <p>Fails with {@link RoleFailure.NotFound}, {@link RoleFailure.InUse} or {@link
   * MembershipFailure.LastOwner}.
   *
   * @param expectedVersion the version that the caller saw (AIP-154); null to delete whatever is
   *     there
   */
  public CompletionStage<Role> delete(
      Submission submission,
      ApplicationId applicationId,
      RoleId id,
      @Nullable Long expectedVersion,
      boolean force) {
    return changes.submit(
        submission,
        Role::fromImage,
        occasion ->
            live(applicationId, id, expectedVersion)
                .thenCompose(
                    current ->
                        uses(current, Dependents.limit(force))
                            .thenApply(uses -> current.delete(uses, force, occasion))
                            .thenCompose(decision -> kept(current, decision, occasion))));
  }

  /**
   * Brings a deleted role back, but not to those it was taken from, and without the roles that it
   * included and that are gone.
   *
   * <p>Fails with {@link RoleFailure.NotFound}, {@link ResourceFailure.NotDeleted} or {@link
   * ResourceFailure.ParentDeleted}.
   *
   * @param expectedVersion the version that the caller saw (AIP-154); null to undelete whatever is
   *     there
   */
  public CompletionStage<Role> undelete(
      Submission submission,
      ApplicationId applicationId,
      RoleId id,
      @Nullable Long expectedVersion) {
    return changes.submit(
        submission,
        Role::fromImage,
        occasion ->
            deleted(applicationId, id, expectedVersion)
                .thenCompose(current -> undelete(current, occasion)));
  }

  private CompletionStage<Decision<Role>> update(
      Role current, RoleDetails edited, Occasion occasion) {
    return reachable(current.applicationId(), current.newIncludes(edited))
        .thenApply(reachable -> current.update(edited, reachable, occasion))
        .thenCompose(
            decision -> edited.owner() ? done(decision) : kept(current, decision, occasion));
  }

  /** Where somebody owns something by the role, somebody owns it by another. */
  private CompletionStage<Decision<Role>> kept(
      Role current, Decision<Role> decision, Occasion occasion) {
    return current.details().owner()
        ? owners.keptWithout(current, decision, occasion)
        : done(decision);
  }

  private static CompletionStage<Decision<Role>> done(Decision<Role> decision) {
    return CompletableFuture.completedStage(decision);
  }

  private CompletionStage<Decision<Role>> undelete(Role current, Occasion occasion) {
    ApplicationId applicationId = current.applicationId();
    return Found.or(
            applications.byId(applicationId),
            () ->
                new ResourceFailure.ParentDeleted(current.name(), Application.name(applicationId)))
        .thenCombine(
            roles.bySlugs(applicationId, current.details().includes()),
            (application, there) -> current.undelete(there, occasion));
  }

  private CompletionStage<RoleUses> uses(Role role, int limit) {
    return memberships
        .withRole(role.applicationId(), role.slug(), limit)
        .thenCombine(roles.including(role.applicationId(), role.slug(), limit), RoleUses::new);
  }

  private CompletionStage<List<Role>> reachable(ApplicationId applicationId, List<Slug> slugs) {
    return slugs.isEmpty()
        ? CompletableFuture.completedStage(List.of())
        : roles.reachable(applicationId, slugs);
  }

  private CompletionStage<Role> live(
      ApplicationId applicationId, RoleId id, @Nullable Long expectedVersion) {
    return Found.or(
            roles.byId(applicationId, id), () -> new RoleFailure.NotFound(applicationId, id))
        .thenApply(current -> Expected.version(expectedVersion, current));
  }

  private CompletionStage<Role> deleted(
      ApplicationId applicationId, RoleId id, @Nullable Long expectedVersion) {
    return Found.or(
            roles.byIdIncludingDeleted(applicationId, id),
            () -> new RoleFailure.NotFound(applicationId, id))
        .thenApply(current -> Expected.version(expectedVersion, current));
  }
}
