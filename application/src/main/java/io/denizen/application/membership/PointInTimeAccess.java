package io.denizen.application.membership;

import static java.util.stream.Collectors.toMap;

import io.denizen.domain.audit.AuditEvents;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.RoleAssignment;
import io.denizen.domain.identity.RoleAssignmentQuery;
import io.denizen.domain.identity.RoleAssignments;
import io.denizen.domain.membership.AccessAnswer;
import io.denizen.domain.membership.AccessFacts;
import io.denizen.domain.membership.AccessFailure;
import io.denizen.domain.membership.AccessQuestion;
import io.denizen.domain.membership.AccessScope;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.GrantedPermission;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipQuery;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.Permission;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.membership.Standing;
import io.denizen.domain.membership.SystemRoleGrant;
import io.denizen.domain.membership.SystemRoles;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Answers who could do what, where, at an instant that is over, by the audit trail: each resource
 * is taken as the last of its changes until then left it, by the times that changes carry. What
 * system roles permit is what they permit today.
 *
 * <p>Every method is told who asks; until there are permissions to check, everybody may. Any method
 * may complete with {@link AccessFailure.ReadTimeInFuture} or a {@link
 * io.denizen.domain.shared.StoreFailure}.
 */
public final class PointInTimeAccess {

  private final AuditEvents trail;
  private final RoleAssignments assignments;
  private final Memberships memberships;
  private final Roles roles;
  private final SystemRoles systemRoles;
  private final Clock clock;

  /**
   * Only reads.
   *
   * @param clock decides what is not over
   */
  public PointInTimeAccess(
      AuditEvents trail,
      RoleAssignments assignments,
      Memberships memberships,
      Roles roles,
      SystemRoles systemRoles,
      Clock clock) {
    this.trail = trail;
    this.assignments = assignments;
    this.memberships = memberships;
    this.roles = roles;
    this.systemRoles = systemRoles;
    this.clock = clock;
  }

  /** What {@link AccessCheck#check} answered then, but for changes that were under way. */
  public CompletionStage<AccessAnswer> check(Caller caller, AccessQuestion question, Instant time) {
    AccessScope scope = question.scope();
    return standing(question.identityId(), scope, question.permission(), time)
        .thenApply(standing -> standing.answer(scope, time));
  }

  /**
   * What {@link AccessDirectory#permissions} answered then, but for changes that were under way.
   */
  public CompletionStage<Page<GrantedPermission>> permissions(
      Caller caller, IdentityId identityId, AccessScope scope, Instant time, PageRequest page) {
    return standing(identityId, scope, null, time)
        .thenApply(standing -> AccessDirectory.cut(standing.permissions(scope, time), page));
  }

  private CompletionStage<Standing> standing(
      IdentityId identityId, AccessScope scope, @Nullable Permission asked, Instant time) {
    if (time.isAfter(clock.instant())) {
      return CompletableFuture.failedStage(new AccessFailure.ReadTimeInFuture().asException());
    }
    return facts(identityId, scope, new AsOf(trail, time))
        .thenApply(facts -> facts.standing(asked));
  }

  private CompletionStage<AccessFacts> facts(IdentityId identityId, AccessScope scope, AsOf asOf) {
    ApplicationId applicationId = scope.applicationId();
    ReachAsOf reach = new ReachAsOf(asOf, roles);
    CompletableFuture<Optional<Identity>> identity =
        asOf.one(Identity.name(identityId), Identity::fromImage).toCompletableFuture();
    CompletableFuture<Optional<Application>> application =
        asOf.one(Application.name(applicationId), Application::fromImage).toCompletableFuture();
    CompletableFuture<List<TeamId>> lineage = reach.lineage(scope).toCompletableFuture();
    CompletableFuture<List<RoleAssignment>> assigned =
        assigned(identityId, asOf).toCompletableFuture();
    CompletableFuture<List<Membership>> held =
        held(identityId, applicationId, asOf).toCompletableFuture();
    CompletableFuture<List<Role>> reached =
        held.thenCompose(found -> reach.reached(applicationId, found));
    CompletableFuture<List<SystemRoleGrant>> system = systemRoles.all().toCompletableFuture();
    return CompletableFuture.allOf(identity, application, lineage, assigned, reached, system)
        .thenApply(
            found ->
                new AccessFacts(
                    identity.join().orElse(null),
                    assigned.join(),
                    application.join().isPresent(),
                    lineage.join(),
                    held.join(),
                    reached.join(),
                    system.join().stream()
                        .collect(toMap(SystemRoleGrant::role, SystemRoleGrant::permissions))));
  }

  private CompletionStage<List<RoleAssignment>> assigned(IdentityId identityId, AsOf asOf) {
    RoleAssignmentQuery query = new RoleAssignmentQuery(identityId, null, false, true);
    return asOf.all(page -> assignments.list(query, page), RoleAssignment::fromImage);
  }

  private CompletionStage<List<Membership>> held(
      IdentityId identityId, ApplicationId applicationId, AsOf asOf) {
    MembershipQuery query = new MembershipQuery(applicationId, identityId, null, null, false, true);
    return asOf.all(page -> memberships.list(query, page), Membership::fromImage);
  }
}
