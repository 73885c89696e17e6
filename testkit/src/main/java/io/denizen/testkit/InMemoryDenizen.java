package io.denizen.testkit;

import io.denizen.domain.audit.AuditEvents;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.audit.Requests;
import io.denizen.domain.credential.Credential;
import io.denizen.domain.credential.Credentials;
import io.denizen.domain.credential.VerificationToken;
import io.denizen.domain.credential.VerificationTokens;
import io.denizen.domain.identity.ExternalLogin;
import io.denizen.domain.identity.ExternalLogins;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.Preferences;
import io.denizen.domain.identity.Profile;
import io.denizen.domain.identity.Profiles;
import io.denizen.domain.identity.RoleAssignment;
import io.denizen.domain.identity.RoleAssignments;
import io.denizen.domain.identity.StoredPreferences;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.membership.Invitation;
import io.denizen.domain.membership.Invitations;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.Owners;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.membership.Standings;
import io.denizen.domain.membership.SystemRoles;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.Teams;
import io.denizen.domain.session.Activity;
import io.denizen.domain.session.Device;
import io.denizen.domain.session.Devices;
import io.denizen.domain.session.RefreshToken;
import io.denizen.domain.session.RefreshTokens;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.Sessions;
import io.denizen.domain.shared.Ids;
import io.denizen.testkit.audit.InMemoryAuditEvents;
import io.denizen.testkit.audit.InMemoryJournal;
import io.denizen.testkit.audit.InMemoryRequests;
import io.denizen.testkit.audit.Trail;
import io.denizen.testkit.credential.InMemoryCredentials;
import io.denizen.testkit.credential.InMemoryVerificationTokens;
import io.denizen.testkit.identity.InMemoryExternalLogins;
import io.denizen.testkit.identity.InMemoryIdentities;
import io.denizen.testkit.identity.InMemoryPreferences;
import io.denizen.testkit.identity.InMemoryProfiles;
import io.denizen.testkit.identity.InMemoryRoleAssignments;
import io.denizen.testkit.membership.InMemoryApplications;
import io.denizen.testkit.membership.InMemoryInvitations;
import io.denizen.testkit.membership.InMemoryMemberships;
import io.denizen.testkit.membership.InMemoryOwners;
import io.denizen.testkit.membership.InMemoryRoles;
import io.denizen.testkit.membership.InMemoryStandings;
import io.denizen.testkit.membership.InMemorySystemRoles;
import io.denizen.testkit.membership.InMemoryTeams;
import io.denizen.testkit.session.InMemoryActivity;
import io.denizen.testkit.session.InMemoryDevices;
import io.denizen.testkit.session.InMemoryRefreshTokens;
import io.denizen.testkit.session.InMemorySessions;
import io.denizen.testkit.shared.Ports;
import io.denizen.testkit.shared.Store;
import io.denizen.testkit.shared.Table;
import io.denizen.testkit.shared.TimeOrderedIds;
import java.time.Clock;

/**
 * Every port of the domain over one store in memory, empty at first. It obeys the same contracts as
 * PostgreSQL: a test that passes on it passes there. For tests, not for service: it looks through
 * all rows and keeps everything.
 *
 * <p>Safe for use by many threads.
 */
public final class InMemoryDenizen {

  private final Store store = new Store();
  private final Ports ports;

  public InMemoryDenizen() {
    this(Clock.systemUTC());
  }

  /** Makes ids by the given clock. */
  public InMemoryDenizen(Clock clock) {
    Trail trail = new Trail();
    Ids ids = new TimeOrderedIds(clock);
    Table<Identity> identities = store.add(InMemoryIdentities.table());
    Table<ExternalLogin> externalLogins = store.add(InMemoryExternalLogins.table(identities));
    Table<Profile> profiles = store.add(InMemoryProfiles.table(identities));
    Table<Preferences> preferences = store.add(InMemoryPreferences.table(identities));
    Table<RoleAssignment> roleAssignments = store.add(InMemoryRoleAssignments.table(identities));
    Table<Application> applications = store.add(InMemoryApplications.table());
    Table<Team> teams = store.add(InMemoryTeams.table(applications));
    Table<Role> roles = store.add(InMemoryRoles.table(applications));
    Table<Membership> memberships =
        store.add(InMemoryMemberships.table(identities, applications, teams, roles));
    Table<Invitation> invitations = store.add(InMemoryInvitations.table(applications, teams));
    Table<Device> devices = store.add(InMemoryDevices.table(identities));
    Table<Session> sessions = store.add(InMemorySessions.table(identities, devices));
    Table<RefreshToken> tokens = store.add(InMemoryRefreshTokens.table(sessions));
    Table<Credential> credentials = store.add(InMemoryCredentials.table(identities));
    Table<VerificationToken> verificationTokens =
        store.add(InMemoryVerificationTokens.table(identities));
    ports =
        new Ports(
            new InMemoryIdentities(store, identities),
            new InMemoryExternalLogins(store, externalLogins),
            new InMemoryProfiles(store, profiles),
            new InMemoryPreferences(store, preferences),
            new InMemoryRoleAssignments(store, roleAssignments),
            new InMemoryApplications(store, applications),
            new InMemoryTeams(store, teams),
            new InMemoryRoles(store, roles, memberships),
            new InMemorySystemRoles(store),
            new InMemoryOwners(store, memberships, roles, identities),
            new InMemoryMemberships(store, memberships),
            new InMemoryStandings(
                store, identities, roleAssignments, applications, teams, memberships, roles),
            new InMemoryInvitations(store, invitations, applications),
            new InMemoryDevices(store, devices),
            new InMemorySessions(store, identities, sessions, tokens),
            new InMemoryRefreshTokens(store, tokens),
            new InMemoryActivity(store, identities, externalLogins, devices, sessions),
            new InMemoryCredentials(store, credentials),
            new InMemoryVerificationTokens(store, verificationTokens),
            new InMemoryAuditEvents(store, trail),
            new InMemoryRequests(store, trail),
            new InMemoryJournal(store, trail, ids),
            ids);
  }

  public Ports ports() {
    return ports;
  }

  public Identities identities() {
    return ports.identities();
  }

  public ExternalLogins externalLogins() {
    return ports.externalLogins();
  }

  public Profiles profiles() {
    return ports.profiles();
  }

  public StoredPreferences preferences() {
    return ports.preferences();
  }

  public RoleAssignments roleAssignments() {
    return ports.roleAssignments();
  }

  public Applications applications() {
    return ports.applications();
  }

  public Teams teams() {
    return ports.teams();
  }

  public Roles roles() {
    return ports.roles();
  }

  public Owners owners() {
    return ports.owners();
  }

  public SystemRoles systemRoles() {
    return ports.systemRoles();
  }

  public Memberships memberships() {
    return ports.memberships();
  }

  public Standings standings() {
    return ports.standings();
  }

  public Invitations invitations() {
    return ports.invitations();
  }

  public Devices devices() {
    return ports.devices();
  }

  public Sessions sessions() {
    return ports.sessions();
  }

  public RefreshTokens refreshTokens() {
    return ports.refreshTokens();
  }

  public Activity activity() {
    return ports.activity();
  }

  public Credentials credentials() {
    return ports.credentials();
  }

  public VerificationTokens verificationTokens() {
    return ports.verificationTokens();
  }

  public AuditEvents auditEvents() {
    return ports.auditEvents();
  }

  public Requests requests() {
    return ports.requests();
  }

  public Journal journal() {
    return ports.journal();
  }

  public Ids ids() {
    return ports.ids();
  }

  /**
   * Lets the store fail: while it is not available, every port completes with {@link
   * io.denizen.domain.shared.StoreFailure.Unavailable} and nothing is written.
   */
  public void setAvailable(boolean available) {
    store.setAvailable(available);
  }
}
