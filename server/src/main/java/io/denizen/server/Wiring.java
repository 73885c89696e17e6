package io.denizen.server;

import io.denizen.application.audit.AuditTrail;
import io.denizen.application.identity.ExternalLoginDirectory;
import io.denizen.application.identity.ExternalLoginLinks;
import io.denizen.application.identity.IdentityDirectory;
import io.denizen.application.identity.IdentityLifecycle;
import io.denizen.application.membership.ApplicationDirectory;
import io.denizen.application.membership.ApplicationLifecycle;
import io.denizen.application.membership.MembershipDirectory;
import io.denizen.application.membership.MembershipLifecycle;
import io.denizen.application.membership.TeamDirectory;
import io.denizen.application.membership.TeamLifecycle;
import io.denizen.application.shared.Changes;
import io.denizen.domain.identity.ExternalLogins;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.SignIns;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.Teams;
import io.denizen.domain.shared.Ids;
import io.denizen.grpc.GrpcEndpoints;
import io.denizen.grpc.audit.AuditEndpoints;
import io.denizen.grpc.identity.IdentityEndpoints;
import io.denizen.grpc.membership.MembershipEndpoints;
import io.denizen.persistence.PostgresPersistence;
import io.denizen.server.database.ServingDatabase;
import io.grpc.ServerServiceDefinition;
import io.opentelemetry.api.metrics.Meter;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Puts use cases between the database and the wire, by plain constructors. */
final class Wiring implements AutoCloseable {
  private final PostgresPersistence persistence;

  private Wiring(PostgresPersistence persistence) {
    this.persistence = persistence;
  }

  /** Opens the one pool and builds everything on it. */
  static Wiring open(ServingDatabase database, Meter meter) {
    return new Wiring(
        PostgresPersistence.open(
            new PostgresPersistence.Settings(
                database.jdbcUrl(), database.user(), database.password(), database.poolSize()),
            new CallersOfCalls(),
            meter));
  }

  /** What is served, interceptors included. */
  List<ServerServiceDefinition> services() {
    Changes changes =
        new Changes(
            persistence.journal(),
            persistence.requests(),
            persistence.auditEvents(),
            persistence.ids(),
            Clock.systemUTC());
    return GrpcEndpoints.of(identity(changes), membership(changes), audit(changes));
  }

  private IdentityEndpoints identity(Changes changes) {
    Identities identities = persistence.identities();
    ExternalLogins externalLogins = persistence.externalLogins();
    return new IdentityEndpoints(
        new IdentityLifecycle(
            identities,
            persistence.memberships(),
            persistence.identityParts(),
            SignIns.NONE,
            changes,
            persistence.ids()),
        new IdentityDirectory(identities, externalLogins),
        new ExternalLoginLinks(identities, externalLogins, changes, persistence.ids()),
        new ExternalLoginDirectory(identities, externalLogins));
  }

  private MembershipEndpoints membership(Changes changes) {
    Ids ids = persistence.ids();
    Identities identities = persistence.identities();
    Applications applications = persistence.applications();
    Teams teams = persistence.teams();
    Memberships memberships = persistence.memberships();
    return new MembershipEndpoints(
        new ApplicationLifecycle(applications, teams, memberships, changes, ids),
        new ApplicationDirectory(applications),
        new TeamLifecycle(applications, teams, memberships, changes, ids),
        new TeamDirectory(applications, teams),
        new MembershipLifecycle(identities, applications, teams, memberships, changes, ids),
        new MembershipDirectory(applications, memberships));
  }

  private AuditEndpoints audit(Changes changes) {
    return new AuditEndpoints(
        new AuditTrail(persistence.auditEvents(), changes, persistence.ids()));
  }

  /** Whether the database answers now; takes a second or two at most. */
  BooleanSupplier databaseAnswers() {
    return persistence::answers;
  }

  /** Lets go of the connections, after what is queued has been done. */
  @Override
  public void close() {
    persistence.close();
  }
}
