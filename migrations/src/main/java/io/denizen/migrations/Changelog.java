package io.denizen.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.FastCheckService;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Liquibase, on a connection that stays the caller's, quiet and with nothing sent home. */
final class Changelog {

  private Changelog() {}

  static void update(Connection connection) throws SQLException {
    run(connection, liquibase -> liquibase.update(new Contexts(), new LabelExpression()));
  }

  static void rollback(Connection connection, int changesets) throws SQLException {
    run(
        connection,
        liquibase -> liquibase.rollback(changesets, new Contexts(), new LabelExpression()));
  }

  /**
   * One at a time in this process: Liquibase keeps what it knows of a database in static places.
   */
  private static synchronized void run(Connection connection, Step step) throws SQLException {
    Map<String, Object> settings =
        Map.of(
            "liquibase.analytics.enabled",
            false,
            Scope.Attr.logService.name(),
            new Slf4jLogService(),
            Scope.Attr.ui.name(),
            new LoggerUIService(),
            Scope.Attr.resourceAccessor.name(),
            accessor());
    try {
      Scope.child(
          settings,
          () -> {
            // What it remembers of this URL may be of a database that was rolled back since.
            Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
            step.on(liquibase(connection));
          });
    } catch (Exception e) {
      throw new MigrationException("The schema could not be migrated: " + e.getMessage(), e);
    }
    connection.setAutoCommit(true);
  }

  private static Liquibase liquibase(Connection connection) throws LiquibaseException {
    AtomicChangesets changesets = new AtomicChangesets(connection);
    PostgresDatabase database = new PostgresDatabase();
    database.setConnection(changesets);
    database.setDefaultSchemaName(Migrations.SCHEMA);
    database.setLiquibaseSchemaName(Migrations.SCHEMA);
    Liquibase liquibase = new Liquibase(ChangelogFiles.ROOT, accessor(), database);
    liquibase.setChangeExecListener(changesets.listener());
    liquibase.setShowSummary(UpdateSummaryEnum.OFF);
    return liquibase;
  }

  private static ClassLoaderResourceAccessor accessor() {
    return new ClassLoaderResourceAccessor(Changelog.class.getClassLoader());
  }

  @FunctionalInterface
  private interface Step {
    void on(Liquibase liquibase) throws LiquibaseException;
  }
}
