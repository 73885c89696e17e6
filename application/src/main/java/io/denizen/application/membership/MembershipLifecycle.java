package io.denizen.application.membership;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Expected;
import io.denizen.application.shared.Found;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceFailure;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.membership.GrantableRoles;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipFailure;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.MembershipKey;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.Owners;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleFailure;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.membership.TeamFailure;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.membership.Teams;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Creates, updates, suspends, activates, deletes and undeletes memberships.
 *
 * <p>Besides the failures that each method lists, any may complete with a {@link
 * io.denizen.domain.shared.StoreFailure} or a {@link io.denizen.domain.audit.JournalFailure}.
 */
public final class MembershipLifecycle {

  private static final String ROLES = "membership.roles";

  private final MembershipParents parents;
  private final Roles roles;
  private final GivenRoles given;
  private final Owners owners;
  private final Memberships memberships;
  private final Changes changes;
  private final Ids ids;

  public MembershipLifecycle(
      Identities identities,
      Applications applications,
      Teams teams,
      Roles roles,
      Memberships memberships,
      Owners owners,
      Changes changes,
      Ids ids) {
    this.parents = new MembershipParents(identities, applications, teams);
    this.roles = roles;
    this.given = new GivenRoles(roles);
    this.owners = owners;
    this.memberships = memberships;
    this.changes = changes;
    this.ids = ids;
  }

  /**
   * Lets an identity belong to an application, or to a team of it. A membership there whose time is
   * over, and which the sweep has not met yet, makes room in the same change set.
   *
   * <p>Fails with {@link ApplicationFailure.NotFound}, {@link IdentityFailure.NotFound}, {@link
   * TeamFailure.NotFound}, {@link RoleFailure.Unknown}, {@link MembershipFailure.AlreadyOver} or
   * {@link MembershipFailure.Exists}.
   */
  public CompletionStage<Membership> create(
      Submission submission, ApplicationId applicationId, NewMembership wanted) {
    IdentityId identityId = wanted.identityId();
    TeamId teamId = wanted.teamId();
    MembershipId id = new MembershipId(ids.next());
    return takingRoom(
        submission,
        (room, occasion) ->
            parents
                .require(applicationId, identityId, teamId)
                .thenCombine(
                    given.require(
                        ROLES, applicationId, wanted.details().apply(occasion.time()).roles()),
                    (there, roles) ->
                        Decision.of(
                            Membership.create(
                                id,
                                applicationId,
                                identityId,
                                teamId,
                                wanted.details().apply(occasion.time()),
                                wanted.state(),
                                occasion)))
                .thenCombine(room.at(wanted.in(applicationId), occasion), Decision::precededBy));
  }

  /**
   * Edits what a caller may say about a membership. An edit that changes nothing leaves no trace.
   *
   * <p>Fails with {@link MembershipFailure.NotFound}, {@link MembershipFailure.AlreadyOver}, {@link
   * RoleFailure.Unknown} or {@link MembershipFailure.LastOwner}.
   *
   * @param edit sees the membership as it is and the time of the change, and says what is to be
   *     said of it from now on; may refuse by throwing a {@link
   *     io.denizen.domain.shared.FailureException}
   * @param expectedVersion the version that the caller saw (AIP-154); null to edit whatever is
   *     there
   */
  public CompletionStage<Membership> update(
      Submission submission,
      ApplicationId applicationId,
      MembershipId id,
      @Nullable Long expectedVersion,
      BiFunction<Membership, Instant, MembershipDetails> edit) {
    return changes.submit(
        submission,
        Membership::fromImage,
        occasion ->
            live(applicationId, id, expectedVersion)
                .thenApply(
                    current -> current.update(seen -> edit.apply(seen, occasion.time()), occasion))
                .thenCompose(decision -> possible(decision, occasion)));
  }

  /**
   * Lets a membership grant nothing until it is activated again. One that is suspended already is
   * left as it is.
   *
   * <p>Fails with {@link MembershipFailure.NotFound} or {@link MembershipFailure.LastOwner}.
   *
   * @param expectedVersion the version that the caller saw (AIP-154); null to suspend whatever is
   *     there
   */
  public CompletionStage<Membership> suspend(
      Submission submission,
      ApplicationId applicationId,
      MembershipId id,
      @Nullable Long expectedVersion) {
    return changes.submit(
        submission,
        Membership::fromImage,
        occasion ->
            live(applicationId, id, expectedVersion)
                .thenCompose(
                    current ->
                        owners.keptWithout(List.of(id), current.suspend(occasion), occasion)));
  }

  /**
   * Puts a membership in force that was suspended, or only offered. One that is active already is
   * left as it is.
   *
   * <p>Fails with {@link MembershipFailure.NotFound}.
   *
   * @param expectedVersion the version that the caller saw (AIP-154); null to activate whatever is
   *     there
   */
  public CompletionStage<Membership> activate(
      Submission submission,
      ApplicationId applicationId,
      MembershipId id,
      @Nullable Long expectedVersion) {
    return changes.submit(
        submission,
        Membership::fromImage,
        occasion ->
            live(applicationId, id, expectedVersion)
                .thenApply(current -> current.activate(occasion)));
  }

  /**
   * Deletes a membership.
   *
   * <p>Fails with {@link MembershipFailure.NotFound} or {@link MembershipFailure.LastOwner}.
   *
   * @param expectedVersion the version that the caller saw (AIP-154); null to delete whatever is
   *     there
   */
  public CompletionStage<Membership> delete(
      Submission submission,
      ApplicationId applicationId,
      MembershipId id,
      @Nullable Long expectedVersion) {
    return changes.submit(
        submission,
        Membership::fromImage,
        occasion ->
            live(applicationId, id, expectedVersion)
                .thenCompose(
                    current ->
                        owners.keptWithout(
                            List.of(id), Decision.of(current.delete(occasion)), occasion)));
  }

  /**
   * Brings a deleted membership back, but for roles that have been deleted since. Another one there
   * whose time is over makes room.
   *
   * <p>Fails with {@link MembershipFailure.NotFound}, {@link ResourceFailure.NotDeleted}, {@link
   * MembershipFailure.Expired}, {@link ResourceFailure.ParentDeleted} or {@link
   * MembershipFailure.Exists}.
   *
   * @param expectedVersion the version that the caller saw (AIP-154); null to undelete whatever is
   *     there
   */
  public CompletionStage<Membership> undelete(
      Submission submission,
      ApplicationId applicationId,
      MembershipId id,
      @Nullable Long expectedVersion) {
    return takingRoom(
        submission,
        (room, occasion) ->
            Found.or(
                    memberships.byIdIncludingDeleted(applicationId, id),
                    () -> new MembershipFailure.NotFound(applicationId, id))
                .thenApply(current -> Expected.version(expectedVersion, current))
                .thenCompose(current -> undelete(current, room, occasion)));
  }

  private CompletionStage<Membership> takingRoom(
      Submission submission,
      BiFunction<Room, Occasion, CompletionStage<Decision<Membership>>> decide) {
    return Room.made(
        memberships,
        room ->
            changes.submit(
                submission, Membership::fromImage, occasion -> decide.apply(room, occasion)));
  }

  /** Has only roles that are there, and leaves nothing without an owner. */
  private CompletionStage<Decision<Membership>> possible(
      Decision<Membership> decision, Occasion occasion) {
    Membership after = decision.outcome();
    return given
        .require(ROLES, after.applicationId(), after.roles())
        .thenCompose(
            held ->
                decision.changes().stream()
                        .map(Change::before)
                        .anyMatch(
                            before -> before instanceof Membership was && after.mayOwnLessThan(was))
                    ? owned(after, held, decision, occasion)
                    : CompletableFuture.completedStage(decision));
  }

  /** Who still is an owner relies on what makes them one. */
  private CompletionStage<Decision<Membership>> owned(
      Membership after, List<Role> held, Decision<Membership> decision, Occasion occasion) {
    List<Role> making =
        after.isForGoodAt(occasion.time())
            ? held.stream().filter(role -> role.details().owner()).limit(1).toList()
            : List.of();
    return making.isEmpty()
        ? owners.keptWithout(List.of(after.id()), decision, occasion)
        : CompletableFuture.completedStage(decision.relyingOn(making));
  }

  private CompletionStage<Decision<Membership>> undelete(
      Membership current, Room room, Occasion occasion) {
    return roles
        .bySlugs(current.applicationId(), current.roles().slugs())
        .thenApply(there -> current.undelete(GrantableRoles.of(there), occasion))
        .thenCompose(
            change -> parents.requireLive(change.after()).thenApply(live -> Decision.of(change)))
        .thenCombine(room.at(MembershipKey.of(current), occasion), Decision::precededBy);
  }

  private CompletionStage<Membership> live(
      ApplicationId applicationId, MembershipId id, @Nullable Long expectedVersion) {
    return Found.or(
            memberships.byId(applicationId, id),
            () -> new MembershipFailure.NotFound(applicationId, id))
        .thenApply(current -> Expected.version(expectedVersion, current));
  }
}
