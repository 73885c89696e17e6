package io.denizen.server.database;

/**
 * The database as those see it who serve from it.
 *
 * @param jdbcUrl {@code jdbc:postgresql://…} without user and password
 * @param user the role that serves, which may neither delete nor change the schema
 * @param password its password
 * @param poolSize connections to keep, 4 or more
 */
public record ServingDatabase(String jdbcUrl, String user, String password, int poolSize) {

  /** Leaves the password out, so that a log line never holds it. */
  @Override
  public String toString() {
    return "ServingDatabase[" + jdbcUrl + " as " + user + ", poolSize=" + poolSize + "]";
  }
}
