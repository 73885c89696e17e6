package io.denizen.migrations;

import java.sql.Connection;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.changelog.visitor.ChangeExecListener;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;

/**
 * Commits a changeset together with the record that it ran. Liquibase commits the one, then the
 * other: killed in between, it would apply the changeset again and fail on what is there.
 */
final class AtomicChangesets extends JdbcConnection {

  private boolean unrecorded;

  AtomicChangesets(Connection connection) {
    super(connection);
  }

  @Override
  public void commit() throws DatabaseException {
    if (!unrecorded) {
      super.commit();
    }
  }

  ChangeExecListener listener() {
    return new AbstractChangeExecListener() {
      @Override
      public void willRun(
          ChangeSet changeSet, DatabaseChangeLog log, Database database, ChangeSet.RunStatus now) {
        unrecorded = true;
      }

      @Override
      public void ran(
          ChangeSet changeSet, DatabaseChangeLog log, Database database, ChangeSet.ExecType how) {
        unrecorded = false; // and Liquibase commits next
      }

      @Override
      public void runFailed(
          ChangeSet changeSet, DatabaseChangeLog log, Database database, Exception failure) {
        unrecorded = false;
      }
    };
  }
}
