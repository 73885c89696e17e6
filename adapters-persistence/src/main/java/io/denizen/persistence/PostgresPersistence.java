package io.denizen.persistence;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import io.denizen.domain.audit.AuditEvents;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.audit.Requests;
import io.denizen.domain.credential.Credentials;
import io.denizen.domain.credential.VerificationTokens;
import io.denizen.domain.identity.ExternalLogins;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.IdentityParts;
import io.denizen.domain.identity.Profiles;
import io.denizen.domain.identity.RoleAssignments;
import io.denizen.domain.identity.StoredPreferences;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.membership.Invitations;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.Owners;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.membership.Standings;
import io.denizen.domain.membership.SystemRoles;
import io.denizen.domain.membership.Teams;
import io.denizen.domain.session.Activity;
import io.denizen.domain.session.Devices;
import io.denizen.domain.session.RefreshTokens;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.CallerScope;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.Slug;
import io.denizen.domain.shared.TokenHash;
import io.denizen.persistence.audit.AuditPersistence;
import io.denizen.persistence.credential.CredentialPersistence;
import io.denizen.persistence.identity.IdentityPersistence;
import io.denizen.persistence.membership.MembershipPersistence;
import io.denizen.persistence.session.SessionPersistence;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Fragments;
import io.denizen.persistence.shared.Sessions;
import io.denizen.persistence.shared.Table;
import io.denizen.persistence.shared.Threads;
import io.opentelemetry.api.metrics.Meter;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The domain's ports on PostgreSQL, opened once. Close it to let go of the connections, after what
 * is queued has been done.
 */
public final class PostgresPersistence implements AutoCloseable {

  private static final List<Table<?>> TABLES =
      Stream.of(
              IdentityPersistence.TABLES,
              MembershipPersistence.TABLES,
              SessionPersistence.TABLES,
              CredentialPersistence.TABLES)
          .<Table<?>>flatMap(List::stream)
          .toList();

  private final Database database;
  private final Ids ids;
  private final Journal journal;
  private final Activity activity;

  private PostgresPersistence(Database database) {
    this.database = database;
    TimeOrderedEpochFactory uuids = TimeOrderedEpochFactory.builder().withIncrementPlus1().build();
    this.ids = uuids::create;
    this.journal = AuditPersistence.journal(database, ids, TABLES);
    this.activity = SessionPersistence.activity(database);
  }

  /**
   * Opens the pools. Does not wait for the database: until it answers, calls fail as unavailable.
   *
   * @param meter counts how many callers share a statement or a transaction, and how many wait
   */
  public static PostgresPersistence open(Settings settings, CallerScope callers, Meter meter) {
    Threads threads = Threads.of(settings.poolSize());
    Database.Pools pools = Pools.open(settings, threads);
    return new PostgresPersistence(
        new Database(pools, sessions(pools.general()).build(), callers, threads, meter));
  }

  public Identities identities() {
    return IdentityPersistence.identities(database);
  }

  public Profiles profiles() {
    return IdentityPersistence.profiles(database);
  }

  public StoredPreferences preferences() {
    return IdentityPersistence.preferences(database);
  }

  public ExternalLogins externalLogins() {
    return IdentityPersistence.externalLogins(database);
  }

  public RoleAssignments roleAssignments() {
    return IdentityPersistence.roleAssignments(database);
  }

  /** Whatever goes with an identity and comes back with it. */
  public IdentityParts<?> identityParts() {
    return IdentityParts.all(
        List.of(
            refreshTokens(),
            sessions(),
            devices(),
            externalLogins(),
            profiles(),
            preferences(),
            roleAssignments(),
            credentials(),
            verificationTokens()));
  }

  public Applications applications() {
    return MembershipPersistence.applications(database);
  }

  public Teams teams() {
    return MembershipPersistence.teams(database);
  }

  public Roles roles() {
    return MembershipPersistence.roles(database);
  }

  public Owners owners() {
    return MembershipPersistence.owners(database);
  }

  public SystemRoles systemRoles() {
    return MembershipPersistence.systemRoles(database);
  }

  public Memberships memberships() {
    return MembershipPersistence.memberships(database);
  }

  public Standings standings() {
    return MembershipPersistence.standings(database);
  }

  public Invitations invitations() {
    return MembershipPersistence.invitations(database);
  }

  public Devices devices() {
    return SessionPersistence.devices(database);
  }

  public io.denizen.domain.session.Sessions sessions() {
    return SessionPersistence.sessions(database);
  }

  public RefreshTokens refreshTokens() {
    return SessionPersistence.refreshTokens(database);
  }

  public Activity activity() {
    return activity;
  }

  public Credentials credentials() {
    return CredentialPersistence.credentials(database);
  }

  public VerificationTokens verificationTokens() {
    return CredentialPersistence.verificationTokens(database);
  }

  public AuditEvents auditEvents() {
    return AuditPersistence.auditEvents(database);
  }

  public Requests requests() {
    return AuditPersistence.requests(database);
  }

  public Journal journal() {
    return journal;
  }

  /** UUIDv7, increasing within the process even where the clock stands still or steps back. */
  public Ids ids() {
    return ids;
  }

  /**
   * Does the work on this thread, unless somebody else who shares the database does work of this
   * name; then, or while the database does not answer, it is left to them or to another time.
   *
   * @param name the same for all who must not work at the same time
   * @return whether it was done
   */
  public boolean inTurn(String name, Runnable work) {
    return database.inTurn(name, work);
  }

  /** Whether the database answers; waits for a second at most. */
  public boolean answers() {
    return database.answers();
  }

  @Override
  public void close() {
    database.close();
  }

  static Sessions sessions(DataSource pool) {
    Sessions sessions =
        new Sessions(pool)
            .id(ApplicationId.class, ApplicationId::new)
            .id(ChangeSetId.class, ChangeSetId::new)
            .text(Slug.class, Slug::new, Slug::value)
            .text(DisplayName.class, DisplayName::new, DisplayName::value)
            .text(Description.class, Description::new, Description::value)
            .value(
                TokenHash.class,
                byte[].class,
                bytes -> new TokenHash(HexFormat.of().formatHex(bytes)),
                hash -> HexFormat.of().parseHex(hash.hex()))
            .sql(Fragments.class);
    AuditPersistence.configure(sessions);
    IdentityPersistence.configure(sessions);
    MembershipPersistence.configure(sessions);
    SessionPersistence.configure(sessions);
    CredentialPersistence.configure(sessions);
    return sessions;
  }

  /**
   * Where the database is.
   *
   * @param jdbcUrl {@code jdbc:postgresql://…}
   * @param user the role that serves, {@code denizen_app}
   * @param poolSize threads that use the database, each with its connection; there are three
   *     connections more, for the health check and for the background. {@link Threads#FEWEST} or
   *     more
   */
  public record Settings(String jdbcUrl, String user, String password, int poolSize) {

    /** Leaves out the password. */
    @Override
    public String toString() {
      return "Settings[" + jdbcUrl + ", " + user + ", poolSize=" + poolSize + "]";
    }
  }
}
