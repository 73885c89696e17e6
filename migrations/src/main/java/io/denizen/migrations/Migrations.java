package io.denizen.migrations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Brings a PostgreSQL database (15 or later) to Denizen's current schema, and prepares the role
 * that serves.
 *
 * <p>Each call opens one connection as the owner and closes it. The owner needs CREATE on the
 * database (or to own a schema {@code denizen} in it) and CREATEROLE (unless {@value #APP_ROLE}
 * exists). Servers that start at the same moment take turns: whoever comes second finds the work
 * done. The turn is a session-level advisory lock, so the connection must not go through a pooler
 * that shares sessions among transactions.
 */
public final class Migrations {

  /** The schema that holds every table of Denizen, Liquibase's own included. */
  public static final String SCHEMA = "denizen";

  /**
   * The role that serves. It may SELECT, INSERT and UPDATE, on audit tables only SELECT and INSERT.
   */
  public static final String APP_ROLE = "denizen_app";

  private final String jdbcUrl;
  private final Properties properties = new Properties();

  /**
   * Names the database; nothing is connected yet.
   *
   * @param jdbcUrl {@code jdbc:postgresql://…}, which may itself carry user and password
   * @param ownerUser the role that owns the schema, or null where the URL names it
   * @param ownerPassword its password, or null where none is asked for
   */
  public Migrations(String jdbcUrl, @Nullable String ownerUser, @Nullable String ownerPassword) {
    this.jdbcUrl = jdbcUrl;
    properties.setProperty("ApplicationName", "denizen-migrations");
    if (ownerUser != null) {
      properties.setProperty("user", ownerUser);
    }
    if (ownerPassword != null) {
      properties.setProperty("password", ownerPassword);
    }
  }

  /**
   * Applies every changeset that is missing. When none is, that costs a few milliseconds: a stamp
   * on Liquibase's table says which changelog was applied last.
   *
   * @throws MigrationException when the server is older than PostgreSQL 15, cannot be reached, is
   *     being migrated by somebody else for longer than five minutes, or refuses a changeset (which
   *     is rolled back; those before it stay)
   */
  public MigrationResult run() {
    String stamp = ChangelogFiles.digest();
    return connected(
        session -> {
          if (session.isStamped(stamp)) {
            return new MigrationResult(List.of(), session.changesets().size());
          }
          session.takeTurn();
          session.createSchema();
          session.releaseStaleLiquibaseLock();
          List<String> before = session.changesets();
          Changelog.update(session.connection());
          session.stamp(stamp);
          List<String> after = session.changesets();
          return new MigrationResult(after.subList(before.size(), after.size()), after.size());
        });
  }

  /**
   * Lets {@value #APP_ROLE} log in. Run the migration first: it makes the role.
   *
   * @param password its new password, sent as a SCRAM-SHA-256 verifier, so that the server's logs
   *     never see it; the caller may wipe the array afterwards. Null leaves the role without a
   *     password, for servers that ask for none (trust, peer, certificates)
   * @throws MigrationException when the owner may not alter the role, or the server cannot be
   *     reached
   */
  public void letAppLogIn(char @Nullable [] password) {
    connected(
        session -> {
          session.takeTurn();
          session.letAppLogIn(password);
          return session;
        });
  }

  /** Runs every changeset's rollback, newest first, and drops the schema. Loses all data. */
  void rollbackAll() {
    connected(
        session -> {
          session.takeTurn();
          session.releaseStaleLiquibaseLock();
          Changelog.rollback(session.connection(), session.changesets().size());
          session.dropEmptySchema();
          return session;
        });
  }

  private <T> T connected(Work<T> work) {
    try (Connection connection = DriverManager.getConnection(jdbcUrl, properties)) {
      OwnerSession session = new OwnerSession(connection);
      OwnerSession.requireSupported(connection.getMetaData());
      return work.in(session);
    } catch (SQLException e) {
      throw new MigrationException("The database refused the migration: " + e.getMessage(), e);
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T in(OwnerSession session) throws SQLException;
  }
}
