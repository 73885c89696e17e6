package io.denizen.grpc.testing;

import io.denizen.application.audit.AuditTrail;
import io.denizen.application.credential.PasswordVerification;
import io.denizen.application.credential.Passwords;
import io.denizen.application.credential.Verification;
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
import io.denizen.application.membership.MembershipBatches;
import io.denizen.application.membership.MembershipDirectory;
import io.denizen.application.membership.MembershipLifecycle;
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
import io.denizen.application.shared.Changes;
import io.denizen.domain.credential.LockPolicy;
import io.denizen.domain.credential.PasswordHashing;
import io.denizen.domain.credential.PasswordPolicy;
import io.denizen.domain.session.SessionPolicy;
import io.denizen.domain.shared.RandomBytes;
import io.denizen.domain.shared.TokenSource;
import io.denizen.grpc.GrpcEndpoints;
import io.denizen.grpc.audit.AuditEndpoints;
import io.denizen.grpc.credential.CredentialEndpoints;
import io.denizen.grpc.identity.IdentityEndpoints;
import io.denizen.grpc.membership.MembershipEndpoints;
import io.denizen.grpc.session.SessionEndpoints;
import io.denizen.testkit.credential.QuickHashing;
import io.denizen.testkit.shared.Ports;
import io.grpc.ServerServiceDefinition;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The use cases of each room and its services, over the ports, with nothing that costs time. */
final class Rooms {

  private Rooms() {}

  /** Every service over the ports, as it is served. */
  static List<ServerServiceDefinition> endpoints(Ports ports) {
    Changes changes =
        new Changes(
            ports.journal(), ports.requests(), ports.auditEvents(), ports.ids(), Clock.systemUTC());
    return GrpcEndpoints.of(
        identity(ports, changes),
        membership(ports, changes),
        session(ports, changes),
        credential(ports, changes),
        new AuditEndpoints(new AuditTrail(ports.auditEvents(), changes, ports.ids())));
  }

  /** Passwords cost nothing here, and three wrong ones lock. */
  private static CredentialEndpoints credential(Ports ports, Changes changes) {
    PasswordHashing hashing = new QuickHashing();
    PasswordPolicy policy = new PasswordPolicy(password -> password.key().equals("password1"));
    return new CredentialEndpoints(
        new Passwords(
            ports.identities(),
            ports.credentials(),
            ports.verificationTokens(),
            ports.sessions(),
            hashing,
            policy,
            changes,
            ports.ids()),
        new PasswordVerification(
            ports.identities(),
            ports.credentials(),
            hashing,
            new LockPolicy(3, Duration.ofMinutes(1)),
            changes,
            ports.ids(),
            Clock.systemUTC()),
        new Verification(
            ports.identities(),
            ports.credentials(),
            ports.verificationTokens(),
            ports.sessions(),
            hashing,
            policy,
            TokenSource.of(Rooms::random),
            changes,
            ports.ids()));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    ThreadLocalRandom.current().nextBytes(bytes);
    return bytes;
  }

  private static IdentityEndpoints identity(Ports ports, Changes changes) {
    return new IdentityEndpoints(
        new IdentityLifecycle(
            ports.identities(),
            ports.memberships(),
            ports.roles(),
            ports.owners(),
            ports.identityParts(),
            ports.sessions(),
            changes,
            ports.ids()),
        new IdentityDirectory(ports.identities(), ports.externalLogins()),
        new ExternalLoginLinks(ports.identities(), ports.externalLogins(), changes, ports.ids()),
        new ExternalLoginDirectory(ports.identities(), ports.externalLogins()),
        new IdentityProfile(ports.identities(), ports.profiles(), changes, ports.ids()),
        new IdentityPreferences(ports.identities(), ports.preferences(), changes, ports.ids()),
        new RoleAssignmentLifecycle(
            ports.identities(), ports.roleAssignments(), changes, ports.ids()),
        new RoleAssignmentDirectory(ports.identities(), ports.roleAssignments()));
  }

  private static SessionEndpoints session(Ports ports, Changes changes) {
    RandomBytes bytes = Rooms::random;
    SessionPolicy policy = SessionPolicy.STANDARD;
    return new SessionEndpoints(
        new SessionCreation(
            ports.identities(),
            ports.externalLogins(),
            ports.sessions(),
            ports.devices(),
            ports.activity(),
            changes,
            ports.ids(),
            bytes,
            policy),
        new SessionRefresh(ports.sessions(), ports.activity(), changes, ports.ids(), bytes, policy),
        new SessionRevocation(
            ports.identities(), ports.sessions(), ports.refreshTokens(), ports.devices(), changes),
        new SessionDirectory(
            ports.identities(),
            ports.sessions(),
            ports.devices(),
            ports.activity(),
            policy,
            Clock.systemUTC()));
  }

  private static MembershipEndpoints membership(Ports ports, Changes changes) {
    return new MembershipEndpoints(
        new ApplicationLifecycle(
            ports.applications(),
            ports.teams(),
            ports.roles(),
            ports.memberships(),
            ports.invitations(),
            changes,
            ports.ids()),
        new ApplicationDirectory(ports.applications()),
        new TeamLifecycle(
            ports.applications(),
            ports.teams(),
            ports.roles(),
            ports.memberships(),
            ports.invitations(),
            changes,
            ports.ids()),
        new TeamDirectory(ports.applications(), ports.teams()),
        new RoleLifecycle(
            ports.applications(),
            ports.roles(),
            ports.memberships(),
            ports.owners(),
            changes,
            ports.ids()),
        new RoleDirectory(ports.applications(), ports.roles()),
        new SystemRoleDirectory(ports.systemRoles()),
        new MembershipLifecycle(
            ports.identities(),
            ports.applications(),
            ports.teams(),
            ports.roles(),
            ports.memberships(),
            ports.owners(),
            changes,
            ports.ids()),
        new MembershipBatches(
            ports.identities(),
            ports.applications(),
            ports.teams(),
            ports.roles(),
            ports.memberships(),
            ports.owners(),
            changes,
            ports.ids()),
        new MembershipDirectory(ports.applications(), ports.memberships()),
        new AccessCheck(ports.standings(), Clock.systemUTC()),
        new AccessDirectory(ports.standings(), Clock.systemUTC()),
        new PointInTimeAccess(
            ports.auditEvents(),
            ports.roleAssignments(),
            ports.memberships(),
            ports.roles(),
            ports.systemRoles(),
            Clock.systemUTC()),
        new InvitationLifecycle(
            ports.applications(),
            ports.teams(),
            ports.roles(),
            ports.invitations(),
            TokenSource.of(Rooms::random),
            changes,
            ports.ids()),
        new InvitationAcceptance(
            ports.identities(),
            ports.roles(),
            ports.memberships(),
            ports.invitations(),
            changes,
            ports.ids()),
        new InvitationDirectory(ports.applications(), ports.invitations()));
  }
}
