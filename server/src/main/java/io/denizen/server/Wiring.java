package io.denizen.server;

import io.denizen.application.audit.AuditTrail;
import io.denizen.application.credential.PasswordVerification;
import io.denizen.application.credential.Passwords;
import io.denizen.application.credential.Verification;
import io.denizen.application.credential.VerificationSweep;
import io.denizen.application.identity.ExternalLoginDirectory;
import io.denizen.application.identity.ExternalLoginLinks;
import io.denizen.application.identity.IdentityDirectory;
import io.denizen.application.identity.IdentityLifecycle;
import io.denizen.application.identity.IdentityPreferences;
import io.denizen.application.identity.IdentityProfile;
import io.denizen.application.identity.RoleAssignmentDirectory;
import io.denizen.application.identity.RoleAssignmentLifecycle;
import io.denizen.application.membership.AccessCheck;
import io.denizen.application.membership.AccessDirectory;
import io.denizen.application.membership.ApplicationDirectory;
import io.denizen.application.membership.ApplicationLifecycle;
import io.denizen.application.membership.InvitationAcceptance;
import io.denizen.application.membership.InvitationDirectory;
import io.denizen.application.membership.InvitationLifecycle;
import io.denizen.application.membership.InvitationSweep;
import io.denizen.application.membership.MembershipBatches;
import io.denizen.application.membership.MembershipDirectory;
import io.denizen.application.membership.MembershipLifecycle;
import io.denizen.application.membership.MembershipSweep;
import io.denizen.application.membership.PointInTimeAccess;
import io.denizen.application.membership.RoleDirectory;
import io.denizen.application.membership.RoleLifecycle;
import io.denizen.application.membership.SystemRoleDirectory;
import io.denizen.application.membership.TeamDirectory;
import io.denizen.application.membership.TeamLifecycle;
import io.denizen.application.session.SessionCreation;
import io.denizen.application.session.SessionDirectory;
import io.denizen.application.session.SessionRefresh;
import io.denizen.application.session.SessionRevocation;
import io.denizen.application.session.SessionSweep;
import io.denizen.application.shared.Changes;
import io.denizen.domain.credential.Credentials;
import io.denizen.domain.credential.PasswordPolicy;
import io.denizen.domain.identity.ExternalLogins;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.membership.Invitations;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.Owners;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.membership.Teams;
import io.denizen.domain.session.Activity;
import io.denizen.domain.session.Devices;
import io.denizen.domain.session.SessionPolicy;
import io.denizen.domain.session.Sessions;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.RandomBytes;
import io.denizen.domain.shared.TokenSource;
import io.denizen.grpc.GrpcEndpoints;
import io.denizen.grpc.audit.AuditEndpoints;
import io.denizen.grpc.credential.CredentialEndpoints;
import io.denizen.grpc.identity.IdentityEndpoints;
import io.denizen.grpc.membership.MembershipEndpoints;
import io.denizen.grpc.session.SessionEndpoints;
import io.denizen.hashing.PasswordHasher;
import io.denizen.hashing.SystemRandom;
import io.denizen.persistence.PostgresPersistence;
import io.denizen.server.database.ServingDatabase;
import io.grpc.ServerServiceDefinition;
import io.opentelemetry.api.metrics.Meter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Puts use cases between the database and the wire, by plain constructors. */
final class Wiring implements AutoCloseable {
  private final PostgresPersistence persistence;
  private final SessionPolicy policy;
  private final PasswordSettings passwords;
  private final PasswordHasher hasher;
  private final Clock clock = Clock.systemUTC();
  private final RandomBytes random = new SystemRandom();
  private final TokenSource tokens = TokenSource.of(random);
  private final Changes changes;

  private Wiring(
      PostgresPersistence persistence,
      SessionPolicy policy,
      PasswordSettings passwords,
      PasswordHasher hasher) {
    this.persistence = persistence;
    this.policy = policy;
    this.passwords = passwords;
    this.hasher = hasher;
    this.changes =
        new Changes(
            persistence.journal(),
            persistence.requests(),
            persistence.auditEvents(),
            persistence.ids(),
            clock);
  }

  /** Opens the one pool and builds everything on it. */
  static Wiring open(
      ServingDatabase database, SessionPolicy policy, PasswordSettings passwords, Meter meter) {
    CallersOfCalls callers = new CallersOfCalls();
    return new Wiring(
        PostgresPersistence.open(
            new PostgresPersistence.Settings(
                database.jdbcUrl(), database.user(), database.password(), database.poolSize()),
            callers,
            meter),
        policy,
        passwords,
        new PasswordHasher(
            PasswordHasher.Settings.ofThisMachine(passwords.cost()), callers, meter));
  }

  /** What is served, interceptors included. */
  List<ServerServiceDefinition> services() {
    return GrpcEndpoints.of(identity(), membership(), session(), credential(), audit());
  }

  private IdentityEndpoints identity() {
    Identities identities = persistence.identities();
    ExternalLogins externalLogins = persistence.externalLogins();
    return new IdentityEndpoints(
        new IdentityLifecycle(
            identities,
            persistence.memberships(),
            persistence.roles(),
            persistence.owners(),
            persistence.identityParts(),
            persistence.sessions(),
            changes,
            persistence.ids()),
        new IdentityDirectory(identities, externalLogins),
        new ExternalLoginLinks(identities, externalLogins, changes, persistence.ids()),
        new ExternalLoginDirectory(identities, externalLogins),
        new IdentityProfile(identities, persistence.profiles(), changes, persistence.ids()),
        new IdentityPreferences(identities, persistence.preferences(), changes, persistence.ids()),
        new RoleAssignmentLifecycle(
            identities, persistence.roleAssignments(), changes, persistence.ids()),
        new RoleAssignmentDirectory(identities, persistence.roleAssignments()));
  }

  private MembershipEndpoints membership() {
    Ids ids = persistence.ids();
    Identities identities = persistence.identities();
    Applications applications = persistence.applications();
    Teams teams = persistence.teams();
    Roles roles = persistence.roles();
    Memberships memberships = persistence.memberships();
    Owners owners = persistence.owners();
    Invitations invitations = persistence.invitations();
    return new MembershipEndpoints(
        new ApplicationLifecycle(
            applications, teams, roles, memberships, invitations, changes, ids),
        new ApplicationDirectory(applications),
        new TeamLifecycle(applications, teams, roles, memberships, invitations, changes, ids),
        new TeamDirectory(applications, teams),
        new RoleLifecycle(applications, roles, memberships, owners, changes, ids),
        new RoleDirectory(applications, roles),
        new SystemRoleDirectory(persistence.systemRoles()),
        new MembershipLifecycle(
            identities, applications, teams, roles, memberships, owners, changes, ids),
        new MembershipBatches(
            identities, applications, teams, roles, memberships, owners, changes, ids),
        new MembershipDirectory(applications, memberships),
        new AccessCheck(persistence.standings(), clock),
        new AccessDirectory(persistence.standings(), clock),
        new PointInTimeAccess(
            persistence.auditEvents(),
            persistence.roleAssignments(),
            memberships,
            roles,
            persistence.systemRoles(),
            clock),
        new InvitationLifecycle(applications, teams, roles, invitations, tokens, changes, ids),
        new InvitationAcceptance(identities, roles, memberships, invitations, changes, ids),
        new InvitationDirectory(applications, invitations));
  }

  private SessionEndpoints session() {
    Ids ids = persistence.ids();
    Identities identities = persistence.identities();
    Sessions sessions = persistence.sessions();
    Devices devices = persistence.devices();
    Activity activity = persistence.activity();
    return new SessionEndpoints(
        new SessionCreation(
            identities,
            persistence.externalLogins(),
            sessions,
            devices,
            activity,
            changes,
            ids,
            random,
            policy),
        new SessionRefresh(sessions, activity, changes, ids, random, policy),
        new SessionRevocation(identities, sessions, persistence.refreshTokens(), devices, changes),
        new SessionDirectory(identities, sessions, devices, activity, policy, clock));
  }

  private CredentialEndpoints credential() {
    Ids ids = persistence.ids();
    Identities identities = persistence.identities();
    Credentials credentials = persistence.credentials();
    Sessions sessions = persistence.sessions();
    PasswordPolicy rules = new PasswordPolicy(passwords.known());
    return new CredentialEndpoints(
        new Passwords(
            identities,
            credentials,
            persistence.verificationTokens(),
            sessions,
            hasher,
            rules,
            changes,
            ids),
        new PasswordVerification(
            identities, credentials, hasher, passwords.locks(), changes, ids, clock),
        new Verification(
            identities,
            credentials,
            persistence.verificationTokens(),
            sessions,
            hasher,
            rules,
            tokens,
            changes,
            ids));
  }

  private AuditEndpoints audit() {
    return new AuditEndpoints(
        new AuditTrail(persistence.auditEvents(), changes, persistence.ids()));
  }

  /** What is done again and again while the server runs, each by one server of several. */
  List<Runnable> housekeeping() {
    SessionSweep sessions =
        new SessionSweep(persistence.sessions(), persistence.refreshTokens(), changes, clock);
    MembershipSweep memberships = new MembershipSweep(persistence.memberships(), changes, clock);
    InvitationSweep invitations = new InvitationSweep(persistence.invitations(), changes, clock);
    VerificationSweep verifications =
        new VerificationSweep(persistence.verificationTokens(), changes, clock);
    return List.of(
        inTurn("denizen.session.sweep", sessions::sweep, SessionSweep.BATCH),
        inTurn("denizen.membership.sweep", memberships::sweep, MembershipSweep.BATCH),
        inTurn("denizen.invitation.sweep", invitations::sweep, InvitationSweep.BATCH),
        inTurn("denizen.verification.sweep", verifications::sweep, VerificationSweep.BATCH));
  }

  /** Whether the database answers now; takes a second or two at most. */
  BooleanSupplier databaseAnswers() {
    return persistence::answers;
  }

  private Runnable inTurn(String name, Supplier<CompletionStage<Integer>> sweep, int batch) {
    return () -> persistence.inTurn(name, () -> sweepAll(sweep, batch));
  }

  private static void sweepAll(Supplier<CompletionStage<Integer>> sweep, int batch) {
    int swept = batch;
    while (swept == batch && !Thread.currentThread().isInterrupted()) {
      swept = sweep.get().toCompletableFuture().join();
    }
  }

  /** Lets go of the connections, after what is queued has been done. */
  @Override
  public void close() {
    hasher.close();
    persistence.close();
  }
}
