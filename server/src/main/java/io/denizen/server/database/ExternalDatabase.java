package io.denizen.server.database;

/** Somebody else's PostgreSQL: it was there before Denizen and stays after it. */
public record ExternalDatabase(Login owner, Login app) implements Database {
  @Override
  public void close() {
    // Nothing was started.
  }
}
