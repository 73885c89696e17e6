package io.denizen.server.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database as operators name it: {@code postgresql://user:password@host:port/database?option=…}
 * as libpq writes it, or {@code jdbc:postgresql://…} as the driver does.
 *
 * @param jdbcUrl for the driver, user and password taken out
 * @param user as given, or null
 * @param password as given, or null
 */
public record DatabaseUrl(String jdbcUrl, @Nullable String user, @Nullable String password) {
  private static final String JDBC = "jdbc:";

  /**
   * Reads either form.
   *
   * @throws IllegalArgumentException when it is neither; the message does not repeat it, since it
   *     may hold a password
   */
  public static DatabaseUrl parse(String text) {
    try {
      DatabaseUrl url = read(text.strip());
      DriverManager.getDriver(url.jdbcUrl());
      return url;
    } catch (IllegalArgumentException | SQLException e) {
      // The cause is left out: its message may repeat what was given.
    }
    throw new IllegalArgumentException(
        "it looks like postgresql://user:password@host:5432/database"
            + " or jdbc:postgresql://host:5432/database?user=…");
  }

  private static DatabaseUrl read(String text) {
    String url = text.startsWith(JDBC) ? text.substring(JDBC.length()) : text;
    url = url.startsWith("postgres://") ? "postgresql://" + url.substring(11) : url;
    if (!url.startsWith("postgresql:")) {
      throw new IllegalArgumentException("another scheme");
    }
    int query = url.indexOf('?');
    String place = query < 0 ? url : url.substring(0, query);
    String user = null;
    String password = null;
    int at = place.lastIndexOf('@');
    if (at >= 0) {
      int start = "postgresql://".length();
      String info = place.substring(start, at);
      int colon = info.indexOf(':');
      user = decoded(colon < 0 ? info : info.substring(0, colon));
      password = colon < 0 ? null : decoded(info.substring(colon + 1));
      place = place.substring(0, start) + place.substring(at + 1);
    }
    List<String> options = new ArrayList<>();
    for (String option : query < 0 ? new String[0] : url.substring(query + 1).split("&", -1)) {
      if (option.startsWith("user=")) {
        user = decoded(option.substring(5));
      } else if (option.startsWith("password=")) {
        password = decoded(option.substring(9));
      } else if (!option.isEmpty()) {
        options.add(option);
      }
    }
    String rest = options.isEmpty() ? "" : "?" + String.join("&", options);
    return new DatabaseUrl(JDBC + place + rest, user, password);
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Leaves the password out, so that a log line never holds it. */
  @Override
  public String toString() {
    return "DatabaseUrl[" + jdbcUrl + " as " + user + "]";
  }
}
