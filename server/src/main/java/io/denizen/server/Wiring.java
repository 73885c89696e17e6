package io.denizen.server;

import io.denizen.server.database.DatabaseProbe;
import io.denizen.server.database.ServingDatabase;
import io.grpc.ServerServiceDefinition;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Puts use cases between the database and the wire, by plain constructors. */
final class Wiring implements AutoCloseable {
  private final DatabaseProbe probe;

  private Wiring(DatabaseProbe probe) {
    this.probe = probe;
  }

  /** Opens the one pool and builds everything on it. */
  static Wiring open(ServingDatabase database) {
    return new Wiring(new DatabaseProbe(database));
  }

  /** What is served, interceptors included. */
  List<ServerServiceDefinition> services() {
    return List.of();
  }

  /** Whether the database answers now; takes a few seconds at most. */
  BooleanSupplier databaseAnswers() {
    return probe;
  }

  /** Lets go of the connections, after what is queued has been done. */
  @Override
  public void close() {
    probe.close();
  }
}
