package io.denizen.server;

import io.denizen.domain.session.SessionPolicy;
import io.denizen.server.database.Database;
import io.denizen.server.database.Login;
import io.denizen.server.database.Preparation;
import io.denizen.server.database.ServingDatabase;
import io.denizen.server.endpoint.Endpoint;
import io.denizen.server.endpoint.ListenAddress;
import io.denizen.server.telemetry.Telemetry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running Denizen: a database made ready, the use cases on it, and the endpoint before them.
 *
 * <p>Closing goes the other way round: health turns NOT_SERVING, running calls finish, the pool
 * closes, a database of Denizen's own stops, and what was measured last is handed over.
 */
public final class DenizenServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DenizenServer.class);

  private final Resources resources = new Resources();
  private final Settings settings;
  private final Supplier<? extends Telemetry> telemetry;

  /**
   * Starts nothing yet.
   *
   * @param telemetry opens what watches it; is closed with it, after everything else
   */
  public DenizenServer(Settings settings, Supplier<? extends Telemetry> telemetry) {
    this.settings = settings;
    this.telemetry = telemetry;
  }

  /**
   * How to serve.
   *
   * @param listen where; port 0 takes any free one
   * @param poolSize connections to the database, 4 or more
   * @param grace how long running calls may take to finish when the server stops
   * @param migrate whether to migrate the database first
   * @param sessions how long sessions last
   * @param passwords how they are kept and tried
   * @param housekeeping how long it waits before it tidies up again
   */
  public record Settings(
      ListenAddress listen,
      int poolSize,
      Duration grace,
      boolean migrate,
      SessionPolicy sessions,
      PasswordSettings passwords,
      Duration housekeeping) {}

  /**
   * Opens the database and serves from it.
   *
   * @return where it listens
   * @throws StartFailure when it cannot; what was opened is closed again
   */
  public InetSocketAddress start(Supplier<? extends Database> opening) {
    try {
      Telemetry watching = resources.open(telemetry);
      Database database = resources.open(opening);
      prepare(database);
      Login app = database.app();
      ServingDatabase serving =
          new ServingDatabase(
              app.jdbcUrl(),
              Objects.requireNonNull(app.user()),
              Objects.requireNonNull(app.password()),
              settings.poolSize());
      Wiring wiring =
          resources.open(
              () ->
                  Wiring.open(
                      serving, settings.sessions(), settings.passwords(), watching.meter()));
      resources.open(() -> new Housekeeping(settings.housekeeping(), wiring.housekeeping()));
      Endpoint endpoint =
          resources.open(
              () ->
                  Endpoint.open(
                      settings.listen(),
                      wiring.services(),
                      watching::observe,
                      wiring.databaseAnswers(),
                      settings.grace()));
      return endpoint.address();
    } catch (RuntimeException e) {
      resources.close();
      throw e;
    }
  }

  /** Drains and stops; returns when all has ended. Closing again does nothing. */
  @Override
  public void close() {
    resources.close();
  }

  private void prepare(Database database) {
    if (settings.migrate()) {
      int applied = Preparation.migrate(database).applied().size();
      LOG.info("The schema is current; {} changesets were applied now", applied);
    } else {
      Preparation.check(database);
    }
  }
}
