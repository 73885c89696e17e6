package io.denizen.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Threads;

/** How Denizen connects. */
final class Pools {

  /**
   * A shared transaction that waits keeps everybody waiting. Others of its kind are over sooner
   * than this; what takes longer is waited for by those alone whom it concerns. Milliseconds.
   */
  private static final int COMMIT_LOCK_TIMEOUT = 20;

  private Pools() {}

  static Database.Pools open(PostgresPersistence.Settings settings, Threads threads) {
    // More than there are threads for callers: the health check, the notes that nobody waits for,
    // and what one server of several does in the background must not be a matter of load.
    int general = threads.lookups() + threads.queries() + threads.alone() + 3;
    HikariConfig commits = hikari(settings, "denizen-commit", threads.commits());
    commits.setAutoCommit(false);
    commits.setConnectionInitSql("SET lock_timeout = " + COMMIT_LOCK_TIMEOUT);
    HikariConfig reads = hikari(settings, "denizen", general);
    // Statements of ours are short, and compiling one takes longer than any; but PostgreSQL goes by
    // an estimate, which for walks through roles and teams is far too high.
    reads.setConnectionInitSql("SET jit = off");
    return new Database.Pools(new HikariDataSource(reads), new HikariDataSource(commits));
  }

  private static HikariConfig hikari(
      PostgresPersistence.Settings settings, String name, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(settings.jdbcUrl());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(connections);
    // No thread waits for another's connection: who waits here waits for a database that is away.
    config.setConnectionTimeout(1_000);
    config.setValidationTimeout(500);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", name);
    config.addDataSourceProperty("currentSchema", "denizen");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    // Details quote the row, emails and all, and exceptions end up in logs.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.addDataSourceProperty("connectTimeout", "5");
    // A server that is there but says nothing must not hold a thread for ever. Seconds.
    config.addDataSourceProperty("socketTimeout", "60");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return config;
  }
}
