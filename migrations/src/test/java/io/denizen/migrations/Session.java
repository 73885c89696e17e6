package io.denizen.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;

/** A transaction at somebody else's keyboard: its statements run while the test goes on. */
final class Session implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 20;

  private final TestDatabase database;
  private final Connection connection;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  Session(TestDatabase database) throws SQLException {
    this.database = database;
    connection = database.app();
    connection.setAutoCommit(false);
  }

  /** Executes a statement and waits for it. */
  void does(String sql) throws SQLException {
    TestDatabase.execute(connection, sql);
  }

  void commits() throws SQLException {
    connection.commit();
  }

  void rollsBack() throws SQLException {
    connection.rollback();
  }

  /** Starts a statement that must then wait for a lock of another session. */
  Pending waitsWith(String sql) throws Exception {
    Future<Void> outcome = start(sql);
    try (Connection observer = database.owner()) {
      int pid = connection.unwrap(PGConnection.class).getBackendPID();
      long deadline = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
      while (TestDatabase.query(observer, "SELECT unnest(pg_blocking_pids(" + pid + "))")
          .isEmpty()) {
        assertThat(outcome.isDone()).as("does not wait: %s", sql).isFalse();
        assertThat(System.nanoTime()).as("waits in time: %s", sql).isLessThan(deadline);
        TimeUnit.MILLISECONDS.sleep(2);
      }
    }
    return new Pending(outcome);
  }

  /** Starts a statement that must not wait for anybody. */
  void doesAtOnce(String sql) throws Exception {
    start(sql).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private Future<Void> start(String sql) {
    Callable<Void> statement =
        () -> {
          TestDatabase.execute(connection, sql);
          return null;
        };
    return thread.submit(statement);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    thread.shutdownNow();
  }

  /** What becomes of a statement that waited. */
  record Pending(Future<Void> outcome) {

    void succeeds() throws Exception {
      outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    Refusal isRefused() throws Exception {
      try {
        outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof PSQLException refused) {
          return Refusal.of(refused);
        }
        throw e;
      }
      throw new AssertionError("succeeded, and should have been refused");
    }
  }
}
