package io.denizen.testkit.membership;

import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityState;
import io.denizen.domain.identity.RoleAssignment;
import io.denizen.domain.membership.AccessFacts;
import io.denizen.domain.membership.AccessQuestion;
import io.denizen.domain.membership.AccessScope;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Belonging;
import io.denizen.domain.membership.Grant;
import io.denizen.domain.membership.MemberAccess;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.Permission;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.Standing;
import io.denizen.domain.membership.Standings;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
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
  private final Table<Role> roles;

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
    this.roles = roles;
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
    return facts(
            identityId,
            scope,
            memberships.live().filter(each -> each.identityId().equals(identityId)))
        .standing(permission);
  }

  private AccessFacts facts(
      IdentityId identityId, AccessScope scope, Stream<Membership> memberships) {
    ApplicationId applicationId = scope.applicationId();
    return new AccessFacts(
        identities.findLive(identityId).orElse(null),
        roleAssignments
            .live()
            .filter(assignment -> assignment.identityId().equals(identityId))
            .toList(),
        applications.findLive(applicationId).isPresent(),
        lineage(scope),
        memberships.filter(each -> each.applicationId().equals(applicationId)).toList(),
        roles.live().filter(role -> role.applicationId().equals(applicationId)).toList(),
        InMemorySystemRoles.permissions());
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
    List<Grant> grants =
        facts(membership.identityId(), scope, Stream.of(membership))
            .standing(permission)
            .answer(scope, now)
            .grants()
            .stream()
            .filter(grant -> grant.membership() != null)
            .toList();
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
