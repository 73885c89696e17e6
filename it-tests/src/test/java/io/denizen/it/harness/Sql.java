package io.denizen.it.harness;

import io.denizen.server.database.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks behind the service's back; a connection for each question. */
public record Sql(Login login) {

  /** A connection of the caller's, to be closed by it. */
  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    if (login.user() != null) {
      properties.setProperty("user", login.user());
    }
    if (login.password() != null) {
      properties.setProperty("password", login.password());
    }
    return DriverManager.getConnection(login.jdbcUrl(), properties);
  }

  /** Runs statements that answer nothing. */
  public void run(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("refused: " + sql, e);
    }
  }

  /** The one number that a query answers. */
  public long number(String sql, Object... parameters) {
    return Long.parseLong(strings(sql, parameters).getFirst());
  }

  /** The first column of every row; null as {@code "null"}. */
  public List<String> strings(String sql, Object... parameters) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<String> values = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          values.add(String.valueOf(rows.getString(1)));
        }
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException("refused: " + sql, e);
    }
  }

  /** A query of the ids and versions of all rows whose changes are audited. */
  public String auditedRows() {
    return strings(
            """
            SELECT format('SELECT id, version FROM denizen.%I', table_name)
              FROM information_schema.columns
              WHERE table_schema = 'denizen' AND column_name = 'version'
            """)
        .stream()
        .collect(Collectors.joining(" UNION ALL "));
  }

  /** How many rows each table of Denizen's has, deleted ones included. */
  public Map<String, Long> rowCounts() {
    Map<String, Long> counts = new TreeMap<>();
    strings("SELECT tablename FROM pg_tables WHERE schemaname = 'denizen'")
        .forEach(table -> counts.put(table, number("SELECT count(*) FROM denizen." + table)));
    return counts;
  }
}
