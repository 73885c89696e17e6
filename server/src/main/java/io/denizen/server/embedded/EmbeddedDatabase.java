package io.denizen.server.embedded;

import io.denizen.migrations.Migrations;
import io.denizen.server.StartFailure;
import io.denizen.server.database.Database;
import io.denizen.server.database.Login;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of Denizen's own, whose data survives restarts and {@code kill -9} of either.
 *
 * <p>It listens on loopback alone and asks everybody for a password; those are generated and kept
 * beside the data, readable by its owner only. Should PostgreSQL die while Denizen runs, it is
 * started again on the same port.
 */
public final class EmbeddedDatabase implements Database {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String DATABASE = "denizen";
  private static final String INVALID_CATALOG_NAME = "3D000";
  private static final int MAX_CONNECTIONS = 100;

  private final DataDirectory directory;
  private final Postmaster postmaster;
  private final Supervisor supervisor;
  private final Login owner;
  private final int maxConnections;
  private int port;

  private EmbeddedDatabase(
      DataDirectory directory, Postmaster postmaster, String ownerPassword, int poolSize)
      throws IOException {
    this.directory = directory;
    this.postmaster = postmaster;
    this.maxConnections = Math.max(MAX_CONNECTIONS, poolSize + 20);
    // A Denizen that was killed leaves its PostgreSQL behind, holding the port we remember.
    postmaster.stop();
    this.port = FreePort.preferring(directory.port());
    if (port != directory.port()) {
      directory.rememberPort(port);
    }
    postmaster.start(port, maxConnections);
    this.owner = login(DATABASE, Cluster.OWNER, ownerPassword);
    this.supervisor = new Supervisor(postmaster::isRunning, this::restart);
  }

  /**
   * Starts PostgreSQL on a data directory, making database and directory where there are none.
   *
   * @param dataDirectory holds one database and nothing else
   * @param binaries where PostgreSQL itself is unpacked, {@code dataDirectory} in service
   * @param version of the PostgreSQL on the class path, such as {@code 18.6.0}
   * @param poolSize how many connections Denizen will open
   * @throws StartFailure when the directory cannot be ours or PostgreSQL does not start
   */
  public static EmbeddedDatabase start(
      Path dataDirectory, Path binaries, String version, int poolSize) {
    int major = Integer.parseInt(version.substring(0, version.indexOf('.')));
    DataDirectory directory = DataDirectory.open(dataDirectory, major);
    try {
      LOG.info("Starting PostgreSQL {} on {}", version, directory.path());
      boolean ownBinaries = binaries.toAbsolutePath().normalize().equals(directory.path());
      PostgresBinaries unpacked =
          PostgresBinaries.in(binaries.toAbsolutePath().normalize(), version);
      String ownerPassword = directory.secret("owner");
      Cluster cluster = Cluster.in(directory, unpacked, ownerPassword);
      Postmaster postmaster =
          new Postmaster(cluster, unpacked, directory.path().resolve("postgresql.log"));
      EmbeddedDatabase database =
          new EmbeddedDatabase(directory, postmaster, ownerPassword, poolSize);
      if (ownBinaries) {
        unpacked.removeOthers();
      }
      database.createDatabaseIfMissing();
      return database;
    } catch (IOException e) {
      directory.close();
      throw DataDirectory.unusable(directory.path(), e);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  @Override
  public Login owner() {
    return owner;
  }

  @Override
  public Login app() {
    return login(DATABASE, Migrations.APP_ROLE, directory.secret("app"));
  }

  /** The process id of the running PostgreSQL. */
  public long pid() throws IOException {
    return postmaster.process().map(ProcessHandle::pid).orElse(-1L);
  }

  /** Stops PostgreSQL and keeps it stopped until {@link #resume}; the directory stays ours. */
  public void suspend() throws IOException {
    supervisor.pause();
    postmaster.stop();
  }

  /** Starts PostgreSQL again after {@link #suspend}. */
  public void resume() throws IOException {
    restart();
    supervisor.resume();
  }

  /** Stops PostgreSQL, its data written out, and lets go of the directory. */
  @Override
  public void close() {
    try {
      supervisor.close();
      postmaster.stop();
    } catch (IOException e) {
      throw DataDirectory.unusable(directory.path(), e);
    } finally {
      directory.close();
    }
  }

  private void restart() throws IOException {
    postmaster.stop();
    postmaster.start(port, maxConnections);
  }

  private void createDatabaseIfMissing() {
    try (Connection existing = connect(owner)) {
      LOG.debug("Database {} is there: {}", DATABASE, existing.isValid(1));
    } catch (SQLException e) {
      if (!INVALID_CATALOG_NAME.equals(e.getSQLState())) {
        close();
        throw new StartFailure("the embedded database refuses us: " + e.getMessage(), e);
      }
      try (Connection maintenance =
              connect(login("postgres", Cluster.OWNER, String.valueOf(owner.password())));
          Statement statement = maintenance.createStatement()) {
        statement.execute("CREATE DATABASE " + DATABASE);
      } catch (SQLException failure) {
        close();
        throw new StartFailure("cannot create the database: " + failure.getMessage(), failure);
      }
    }
  }

  private Login login(String database, String user, String password) {
    return new Login("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
  }

  private static Connection connect(Login login) throws SQLException {
    return DriverManager.getConnection(login.jdbcUrl(), login.user(), login.password());
  }
}
