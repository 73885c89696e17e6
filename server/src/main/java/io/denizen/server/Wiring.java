package io.denizen.server;

import io.denizen.application.audit.AuditTrail;
import io.denizen.application.identity.IdentityDirectory;
import io.denizen.application.identity.IdentityLifecycle;
import io.denizen.application.shared.Changes;
import io.denizen.domain.shared.Ids;
import io.denizen.grpc.GrpcEndpoints;
import io.denizen.grpc.audit.AuditGrpcService;
import io.denizen.grpc.identity.IdentityGrpcService;
import io.denizen.persistence.PostgresPersistence;
import io.denizen.server.database.ServingDatabase;
import io.grpc.ServerServiceDefinition;
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
  static Wiring open(ServingDatabase database) {
    return new Wiring(
        PostgresPersistence.open(
            new PostgresPersistence.Settings(
                database.jdbcUrl(), database.user(), database.password(), database.poolSize()),
            new CallersOfCalls()));
  }

  /** What is served, interceptors included. */
  List<ServerServiceDefinition> services() {
    Ids ids = persistence.ids();
    Changes changes =
        new Changes(
            persistence.journal(),
            persistence.requests(),
            persistence.auditEvents(),
            ids,
            Clock.systemUTC());
    return List.of(
        GrpcEndpoints.endpoint(
            new IdentityGrpcService(
                new IdentityLifecycle(
                    persistence.identities(), persistence.memberships(), changes, ids),
                new IdentityDirectory(persistence.identities()))),
        GrpcEndpoints.endpoint(
            new AuditGrpcService(new AuditTrail(persistence.auditEvents(), changes, ids))));
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
