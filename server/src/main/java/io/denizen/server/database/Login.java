package io.denizen.server.database;

import org.jspecify.annotations.Nullable;

/**
 * A database and the role to enter it as.
 *
 * @param jdbcUrl {@code jdbc:postgresql://…} without user and password
 * @param user the role, or null where the driver finds it (the name of the system's user)
 * @param password its password, or null where none is asked for
 */
public record Login(String jdbcUrl, @Nullable String user, @Nullable String password) {

  /** Leaves the password out, so that a log line never holds it. */
  @Override
  public String toString() {
    return "Login[" + jdbcUrl + " as " + user + "]";
  }
}
