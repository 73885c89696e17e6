package io.denizen.migrations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of one test class, owned by the superuser {@code postgres}. */
record TestDatabase(String name) {

  private static final AtomicInteger MADE = new AtomicInteger();

  static TestDatabase empty() throws SQLException {
    return create("");
  }

  static TestDatabase migrated() throws SQLException {
    return create(" TEMPLATE " + Migrated.TEMPLATE.name);
  }

  private static TestDatabase create(String template) throws SQLException {
    TestDatabase database = new TestDatabase("test_" + MADE.incrementAndGet());
    try (Connection connection =
        DriverManager.getConnection(TestPostgres.url("postgres"), "postgres", null)) {
      execute(connection, "CREATE DATABASE " + database.name + template);
    }
    return database;
  }

  String url() {
    return TestPostgres.url(name);
  }

  Migrations migrations() {
    return new Migrations(url(), "postgres", null);
  }

  Connection owner() throws SQLException {
    return DriverManager.getConnection(url(), "postgres", null);
  }

  /** A session with the rights of the role that serves, whether or not it may log in. */
  Connection app() throws SQLException {
    Connection connection = owner();
    execute(connection, "SET ROLE " + Migrations.APP_ROLE);
    return connection;
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of every row, as text; the text {@code null} for a null. */
  static List<String> query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(String.valueOf(rows.getString(1)));
      }
      return found;
    }
  }

  /** Migrated once, copied for every test class. */
  private static final class Migrated {

    static final TestDatabase TEMPLATE = make();

    private Migrated() {}

    private static TestDatabase make() {
      try {
        TestDatabase template = empty();
        template.migrations().run();
        return template;
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
