package io.denizen.persistence.shared;

import com.zaxxer.hikari.HikariDataSource;
import io.denizen.domain.shared.FailureException;
import io.denizen.domain.shared.StoreFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;

/**
 * Runs SQL on threads of its own, each with a connection to be had, so that no thread ever waits
 * for another's connection and no network thread ever waits for SQL.
 */
public final class Database implements AutoCloseable {

  static final int MAX_WAITING = 10_000;

  /**
   * While the database is down every attempt to connect waits; those queued behind a failed one
   * need not. One connection that broke says nothing of the others.
   */
  private static final long OUTAGE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final HikariDataSource pool;
  private final SqlSessionFactory sessions;
  private final CallerScope callers;
  private final ThreadPoolExecutor threads;
  private volatile long lastOutage = System.nanoTime() - OUTAGE_NANOS;

  /**
   * Takes all that it needs.
   *
   * @param pool to be closed with this; has a connection for each thread, and one for {@link
   *     #answers}
   */
  public Database(
      HikariDataSource pool, SqlSessionFactory sessions, CallerScope callers, int threads) {
    this.pool = pool;
    this.sessions = sessions;
    this.callers = callers;
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofPlatform().name("denizen-sql-", 1).factory());
  }

  /** One statement, in a transaction of its own. */
  public <T> CompletionStage<T> read(Function<SqlSession, T> query) {
    return submit(
        () -> {
          try (SqlSession session = sessions.openSession(true)) {
            return query.apply(session);
          }
        });
  }

  /**
   * Many statements in one transaction, sent in batches. What the work throws rolls all of it back.
   */
  public CompletionStage<Void> transact(Consumer<SqlSession> work) {
    return transact(work, SqlSession::commit);
  }

  /** The same, and then rolls all of it back. */
  public CompletionStage<Void> rehearse(Consumer<SqlSession> work) {
    return transact(work, SqlSession::rollback);
  }

  private CompletionStage<Void> transact(Consumer<SqlSession> work, Consumer<SqlSession> end) {
    return submit(
        () -> {
          try (SqlSession session = sessions.openSession(ExecutorType.BATCH, false)) {
            work.accept(session);
            end.accept(session);
            return null;
          }
        });
  }

  /** Whether the database answers within a second. */
  public boolean answers() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(1);
    } catch (SQLException down) {
      return false;
    }
  }

  /** Finishes what is queued, then lets go of the connections. */
  @Override
  public void close() {
    threads.close();
    pool.close();
  }

  private <T> CompletionStage<T> submit(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    CallerScope.Captured caller = callers.capture();
    try {
      threads.execute(() -> caller.run(() -> complete(result, caller, work)));
    } catch (RejectedExecutionException full) {
      result.completeExceptionally(
          threads.isShutdown()
              ? new StoreFailure.Unavailable().asException()
              : new StoreFailure.Overloaded().asException());
    }
    return result;
  }

  private <T> void complete(
      CompletableFuture<T> result, CallerScope.Captured caller, Supplier<T> work) {
    T value;
    try {
      value = attempt(caller, work);
    } catch (Throwable thrown) {
      result.completeExceptionally(thrown);
      return;
    }
    result.complete(value);
  }

  private <T> T attempt(CallerScope.Captured caller, Supplier<T> work) {
    if (caller.isGone()) {
      throw new StoreFailure.CallerGone().asException();
    }
    if (System.nanoTime() - lastOutage < OUTAGE_NANOS) {
      throw new StoreFailure.Unavailable().asException();
    }
    try {
      return work.get();
    } catch (FailureException refused) {
      throw refused;
    } catch (RuntimeException thrown) {
      if (SqlErrors.isUnreachable(thrown)) {
        lastOutage = System.nanoTime();
      }
      if (SqlErrors.isOutage(thrown)) {
        throw new StoreFailure.Unavailable().asException();
      }
      throw thrown;
    }
  }
}
