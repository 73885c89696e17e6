package io.denizen.server.database;

/** A PostgreSQL that can be migrated and served from. */
public interface Database extends AutoCloseable {

  /** As whom to migrate. */
  Login owner();

  /** As whom to serve; the role is there once the migration has run. */
  Login app();

  /** Stops what was started for it, if anything was. */
  @Override
  void close();
}
