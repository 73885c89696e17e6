package io.denizen.server.database;

import io.denizen.migrations.MigrationException;
import io.denizen.migrations.MigrationResult;
import io.denizen.migrations.Migrations;
import io.denizen.server.StartFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Makes a database ready to be served from. */
public final class Preparation {
  private static final String INVALID_AUTHORIZATION = "28";
  private static final int OLDEST_SERVER = 150_000;

  private Preparation() {}

  /**
   * Migrates as the owner and sees to it that the role that serves can log in.
   *
   * @throws StartFailure when the database cannot be reached, is too old, or refuses
   */
  public static MigrationResult migrate(Database database) {
    Login owner = database.owner();
    Migrations migrations = new Migrations(owner.jdbcUrl(), owner.user(), owner.password());
    try {
      MigrationResult result = migrations.run();
      SQLException refused = logIn(database.app());
      if (refused != null) {
        if (!String.valueOf(refused.getSQLState()).startsWith(INVALID_AUTHORIZATION)) {
          throw unreachable(refused);
        }
        String password = database.app().password();
        migrations.letAppLogIn(password == null ? null : password.toCharArray());
      }
      return result;
    } catch (MigrationException e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Checks that a database which others migrate can be served from.
   *
   * @throws StartFailure when the role that serves cannot log in, or the server is too old
   */
  public static void check(Database database) {
    SQLException refused = logIn(database.app());
    if (refused != null) {
      throw unreachable(refused);
    }
  }

  /** Tries to, and returns why it failed or null. */
  private static @Nullable SQLException logIn(Login login) {
    try (Connection connection = connect(login);
        Statement statement = connection.createStatement();
        ResultSet version = statement.executeQuery("SHOW server_version_num")) {
      version.next();
      if (version.getInt(1) < OLDEST_SERVER) {
        throw new StartFailure(
            "Denizen needs PostgreSQL 15 or later, and this one is %s"
                .formatted(connection.getMetaData().getDatabaseProductVersion()));
      }
      return null;
    } catch (SQLException e) {
      return e;
    }
  }

  private static StartFailure unreachable(SQLException e) {
    return new StartFailure("the database cannot be used: " + e.getMessage(), e);
  }

  static Connection connect(Login login) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "denizen");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "10");
    if (login.user() != null) {
      properties.setProperty("user", login.user());
    }
    if (login.password() != null) {
      properties.setProperty("password", login.password());
    }
    return DriverManager.getConnection(login.jdbcUrl(), properties);
  }
}
