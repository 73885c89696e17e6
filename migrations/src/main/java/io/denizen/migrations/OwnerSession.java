package io.denizen.migrations;

import static io.denizen.migrations.Migrations.APP_ROLE;
import static io.denizen.migrations.Migrations.SCHEMA;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the owner says to the database apart from the changesets, in autocommit. */
record OwnerSession(Connection connection) {

  private static final Logger LOG = LoggerFactory.getLogger(OwnerSession.class);

  private static final int OLDEST_SERVER = 15;

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /** "denizen" in ASCII: one turn a database. */
  private static final long TURN = 0x64656e697a656eL;

  /** A changeset that waits for a lock makes every later query wait behind it. */
  private static final String LOCK_TIMEOUT_OF_CHANGESETS = "10s";

  static void requireSupported(DatabaseMetaData server) throws SQLException {
    if (server.getDatabaseMajorVersion() < OLDEST_SERVER) {
      throw new MigrationException(
          "Denizen needs PostgreSQL %d or later; this server is %s."
              .formatted(OLDEST_SERVER, server.getDatabaseProductVersion()),
          null);
    }
  }

  /** Waits until no other session migrates this database; the server gives the turn back. */
  void takeTurn() throws SQLException {
    execute("SET lock_timeout = '5min'");
    try {
      execute("SELECT pg_advisory_lock(" + TURN + ")");
    } catch (SQLException e) {
      if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        throw new MigrationException(
            "Another session has been migrating this database for five minutes:"
                + " see pg_stat_activity for application_name denizen-migrations.",
            e);
      }
      throw e;
    }
    execute("SET lock_timeout = '" + LOCK_TIMEOUT_OF_CHANGESETS + "'");
  }

  void createSchema() throws SQLException {
    // Asking first, because IF NOT EXISTS wants the right to create even where there is nothing to.
    if (strings("SELECT nspname FROM pg_namespace WHERE nspname = '" + SCHEMA + "'").isEmpty()) {
      execute("CREATE SCHEMA " + SCHEMA);
    }
  }

  /**
   * Whoever has the turn is alone, so a lock in Liquibase's own table was left by a process that
   * died. PostgreSQL ends our turn with the session, whatever ends the process.
   */
  void releaseStaleLiquibaseLock() throws SQLException {
    if (!exists("databasechangeloglock")) {
      return;
    }
    List<String> holders =
        strings(
            "UPDATE denizen.databasechangeloglock l SET locked = false, lockgranted = null,"
                + " lockedby = null FROM denizen.databasechangeloglock held"
                + " WHERE l.id = held.id AND l.locked"
                + " RETURNING format('%s since %s', held.lockedby, held.lockgranted)");
    if (!holders.isEmpty()) {
      LOG.warn("Released a stale lock of Liquibase, held by {}", holders);
    }
  }

  /** The ids of the changesets applied so far, in the order of their application. */
  List<String> changesets() throws SQLException {
    return exists("databasechangelog")
        ? strings("SELECT id FROM denizen.databasechangelog ORDER BY orderexecuted")
        : List.of();
  }

  /** Whether the changelog of this digest was applied last, and nothing was rolled back since. */
  boolean isStamped(String digest) throws SQLException {
    return exists("databasechangelog")
        && strings("SELECT obj_description('denizen.databasechangelog'::regclass, 'pg_class')")
            .contains(stampOf(digest));
  }

  /** Notes that the changelog of this digest is applied. */
  void stamp(String digest) throws SQLException {
    execute("COMMENT ON TABLE denizen.databasechangelog IS '" + stampOf(digest) + "'");
  }

  private String stampOf(String digest) throws SQLException {
    return "changelog %s, %d changesets".formatted(digest, changesets().size());
  }

  void letAppLogIn(char @Nullable [] password) throws SQLException {
    execute("ALTER ROLE " + APP_ROLE + " LOGIN");
    if (password != null) {
      connection
          .unwrap(PGConnection.class)
          .alterUserPassword(APP_ROLE, password.clone(), "scram-sha-256");
    }
  }

  /** Fails when a rollback has left anything. */
  void dropEmptySchema() throws SQLException {
    execute("DROP TABLE IF EXISTS denizen.databasechangelog, denizen.databasechangeloglock");
    execute("DROP SCHEMA IF EXISTS " + SCHEMA);
  }

  private boolean exists(String table) throws SQLException {
    return !strings(
            "SELECT tablename FROM pg_tables WHERE schemaname = '%s' AND tablename = '%s'"
                .formatted(SCHEMA, table))
        .isEmpty();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> strings(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
