package io.denizen.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whether the database answers, over one connection of its own: a pool that is busy is no
 * reason to call the service unhealthy. For one thread at a time.
 */
public final class DatabaseProbe implements BooleanSupplier, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseProbe.class);
  private static final int PATIENCE_SECONDS = 2;

  private final Login login;
  private @Nullable Connection connection;

  /** Connects when first asked. */
  public DatabaseProbe(ServingDatabase database) {
    this.login = new Login(database.jdbcUrl(), database.user(), database.password());
  }

  @Override
  public synchronized boolean getAsBoolean() {
    try {
      Connection open = connection;
      if (open == null) {
        open = Preparation.connect(login);
        connection = open;
      }
      if (open.isValid(PATIENCE_SECONDS)) {
        return true;
      }
    } catch (SQLException e) {
      LOG.debug("The database does not answer", e);
    }
    close();
    return false;
  }

  @Override
  public synchronized void close() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        LOG.debug("The probe's connection does not close", e);
      }
    }
  }
}
