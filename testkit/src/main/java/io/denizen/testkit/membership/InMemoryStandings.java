package io.denizen.testkit.membership;

import static java.util.stream.Collectors.toMap;

import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityState;
import io.denizen.domain.identity.RoleAssignment;
import io.denizen.domain.membership.AccessQuestion;
import io.denizen.domain.membership.AccessScope;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Belonging;
import io.denizen.domain.membership.Grant;
import io.denizen.domain.membership.HeldSystemRoles;
import io.denizen.domain.membership.MemberAccess;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.Permission;
import io.denizen.domain.membership.PermissionPattern;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.Standing;
import io.denizen.domain.membership.Standings;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.testkit.shared.Listing;
import io.denizen.testkit.shared.Store;
import io.denizen.testkit.shared.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How identities stand, by a {@link Store}. */
public final class InMemoryStandings implements Standings {

  private final Store store;
  private final Table<Identity> identities;
  private final Table<RoleAssignment> roleAssignments;
  private final Table<Application> applications;
  private final Table<Team> teams;
  private final Table<Membership> memberships;
  private final InMemoryReach reach;

  public InMemoryStandings(
      Store store,
      Table<Identity> identities,
      Table<RoleAssignment> roleAssignments,
      Table<Application> applications,
      Table<Team> teams,
      Table<Membership> memberships,
      Table<Role> roles) {
    this.store = store;
    this.identities = identities;
    this.roleAssignments = roleAssignments;
    this.applications = applications;
    this.teams = teams;
    this.memberships = memberships;
    this.reach = new InMemoryReach(roles);
  }

  @Override
  public CompletionStage<Standing> of(AccessQuestion question) {
    return store.alone(() -> standing(question));
  }

  @Override
  public CompletionStage<List<Standing>> of(List<AccessQuestion> questions) {
    return store.alone(() -> questions.stream().map(this::standing).toList());
  }

  @Override
  public CompletionStage<Standing> of(IdentityId identityId, AccessScope scope) {
    return store.alone(() -> standing(identityId, scope, null));
  }

  @Override
  public CompletionStage<Page<Belonging>> belongings(
      IdentityId identityId, Instant now, PageRequest page) {
    return store.alone(
        () ->
            Listing.page(
                applications.live().flatMap(application -> belonging(application, identityId, now)),
                Belonging::cursor,
                Listing.BY_TEXT,
                false,
                page));
  }

  @Override
  public CompletionStage<Page<MemberAccess>> members(
      AccessScope scope, Permission permission, Instant now, PageRequest page) {
    return store.alone(
        () ->
            Listing.page(
                memberships.live().flatMap(each -> access(each, scope, permission, now)),
                MemberAccess::cursor,
                Listing.BY_TEXT,
                false,
                page));
  }

  private Standing standing(AccessQuestion question) {
    return standing(question.identityId(), question.scope(), question.permission());
  }

  private Standing standing(
      IdentityId identityId, AccessScope scope, @Nullable Permission permission) {
    List<Membership> there =
        memberships
            .live()
            .filter(each -> each.identityId().equals(identityId))
            .filter(each -> each.applicationId().equals(scope.applicationId()))
            .toList();
    List<TeamId> lineage = lineage(scope);
    return new Standing(
        identities.findLive(identityId).map(Identity::state).orElse(null),
        applications.findLive(scope.applicationId()).isPresent(),
        lineage,
        !there.isEmpty(),
        Stream.concat(
                systemRoles(identityId)
                    .permitting(
                        InMemorySystemRoles.permissions(),
                        permission == null ? null : PermissionPattern.covering(permission))
                    .stream(),
                there.stream()
                    .filter(each -> each.teamId() == null || lineage.contains(each.teamId()))
                    .flatMap(each -> reach.heldRoles(each, permission)))
            .toList());
  }

  private HeldSystemRoles systemRoles(IdentityId identityId) {
    return new HeldSystemRoles(
        identityId,
        identities.findLive(identityId).filter(Identity::emailVerified).isPresent(),
        roleAssignments
            .live()
            .filter(assignment -> assignment.identityId().equals(identityId))
            .collect(toMap(RoleAssignment::role, RoleAssignment::id)));
  }

  private List<TeamId> lineage(AccessScope scope) {
    List<TeamId> lineage = new ArrayList<>();
    TeamId next = scope.teamId();
    while (next != null) {
      Optional<Team> team =
          teams.findLive(next).filter(found -> found.applicationId().equals(scope.applicationId()));
      team.map(Team::id).ifPresent(lineage::add);
      next = team.map(found -> found.details().parent()).orElse(null);
    }
    return lineage;
  }

  private Stream<Belonging> belonging(Application application, IdentityId identityId, Instant now) {
    List<Membership> there =
        memberships
            .live()
            .filter(each -> each.identityId().equals(identityId))
            .filter(each -> each.applicationId().equals(application.id()))
            .filter(each -> isInEffect(each, now))
            .toList();
    return there.isEmpty() ? Stream.of() : Stream.of(new Belonging(application, there));
  }

  private Stream<MemberAccess> access(
      Membership membership, AccessScope scope, Permission permission, Instant now) {
    if (!membership.applicationId().equals(scope.applicationId()) || !isInEffect(membership, now)) {
      return Stream.of();
    }
    Standing alone =
        new Standing(
            IdentityState.ACTIVE,
            true,
            lineage(scope),
            true,
            reach.heldRoles(membership, permission).toList());
    List<Grant> grants = alone.answer(scope, now).grants();
    return grants.isEmpty() ? Stream.of() : Stream.of(new MemberAccess(membership, grants));
  }

  private boolean isInEffect(Membership membership, Instant now) {
    return membership.grantsAt(now)
        && identities
            .findLive(membership.identityId())
            .filter(identity -> identity.state() == IdentityState.ACTIVE)
            .isPresent();
  }
}
