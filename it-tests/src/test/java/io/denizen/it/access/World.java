package io.denizen.it.access;

import io.denizen.application.identity.IdentityLifecycle;
import io.denizen.application.identity.RoleAssignmentLifecycle;
import io.denizen.application.membership.AccessCheck;
import io.denizen.application.membership.AccessDirectory;
import io.denizen.application.membership.ApplicationLifecycle;
import io.denizen.application.membership.InvitationAcceptance;
import io.denizen.application.membership.InvitationLifecycle;
import io.denizen.application.membership.MembershipBatches;
import io.denizen.application.membership.MembershipLifecycle;
import io.denizen.application.membership.PointInTimeAccess;
import io.denizen.application.membership.RoleLifecycle;
import io.denizen.application.membership.TeamLifecycle;
import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.shared.FailureException;
import io.denizen.testkit.shared.Fixtures;
import io.denizen.testkit.shared.Ports;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The system: its use cases over some ports, with a clock of their own. */
final class World {
  final SettableClock clock = new SettableClock();
  final Fixtures fixtures;
  final Caller caller;
  final Submission submission;
  final IdentityLifecycle identities;
  final ApplicationLifecycle applications;
  final TeamLifecycle teams;
  final RoleLifecycle roles;
  final MembershipLifecycle memberships;
  final MembershipBatches batches;
  final InvitationLifecycle invitations;
  final InvitationAcceptance acceptance;
  final RoleAssignmentLifecycle assignments;
  final AccessCheck check;
  final AccessDirectory directory;
  final PointInTimeAccess pointInTime;

  World(Ports ports) {
    this.fixtures = new Fixtures(ports.ids());
    this.caller = fixtures.caller();
    this.submission = Submission.by(caller);
    Changes changes =
        new Changes(ports.journal(), ports.requests(), ports.auditEvents(), ports.ids(), clock);
    this.identities =
        new IdentityLifecycle(
            ports.identities(),
            ports.memberships(),
            ports.roles(),
            ports.owners(),
            ports.identityParts(),
            ports.sessions(),
            changes,
            ports.ids());
    this.applications =
        new ApplicationLifecycle(
            ports.applications(),
            ports.teams(),
            ports.roles(),
            ports.memberships(),
            ports.invitations(),
            changes,
            ports.ids());
    this.teams =
        new TeamLifecycle(
            ports.applications(),
            ports.teams(),
            ports.roles(),
            ports.memberships(),
            ports.invitations(),
            changes,
            ports.ids());
    this.roles =
        new RoleLifecycle(
            ports.applications(),
            ports.roles(),
            ports.memberships(),
            ports.owners(),
            changes,
            ports.ids());
    this.memberships =
        new MembershipLifecycle(
            ports.identities(),
            ports.applications(),
            ports.teams(),
            ports.roles(),
            ports.memberships(),
            ports.owners(),
            changes,
            ports.ids());
    this.batches =
        new MembershipBatches(
            ports.identities(),
            ports.applications(),
            ports.teams(),
            ports.roles(),
            ports.memberships(),
            ports.owners(),
            changes,
            ports.ids());
    this.invitations =
        new InvitationLifecycle(
            ports.applications(),
            ports.teams(),
            ports.roles(),
            ports.invitations(),
            kind -> fixtures.invitationToken(),
            changes,
            ports.ids());
    this.acceptance =
        new InvitationAcceptance(
            ports.identities(),
            ports.roles(),
            ports.memberships(),
            ports.invitations(),
            changes,
            ports.ids());
    this.assignments =
        new RoleAssignmentLifecycle(
            ports.identities(), ports.roleAssignments(), changes, ports.ids());
    this.check = new AccessCheck(ports.standings(), clock);
    this.directory = new AccessDirectory(ports.standings(), clock);
    this.pointInTime =
        new PointInTimeAccess(
            ports.auditEvents(),
            ports.roleAssignments(),
            ports.memberships(),
            ports.roles(),
            ports.systemRoles(),
            clock);
  }

  /** What came of it; empty if it was refused. */
  <T> Optional<T> attempt(CompletionStage<T> change) {
    try {
      return Optional.of(answer(change));
    } catch (CompletionException e) {
      if (e.getCause() instanceof FailureException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  <T> T answer(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }

  /** What is answered at another time. */
  <T> T answerAt(Instant instant, Supplier<CompletionStage<T>> ask) {
    Instant now = clock.instant();
    clock.set(instant);
    try {
      return answer(ask.get());
    } finally {
      clock.set(now);
    }
  }

  Instant later(Duration duration) {
    return clock.instant().plus(duration);
  }
}
