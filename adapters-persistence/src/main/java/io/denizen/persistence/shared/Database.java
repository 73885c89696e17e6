package io.denizen.persistence.shared;

import com.zaxxer.hikari.HikariDataSource;
import io.denizen.domain.shared.CallerScope;
import io.opentelemetry.api.metrics.Meter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;

/**
 * Runs SQL on threads of its own, each with a connection to be had, so that no thread ever waits
 * for another's connection and no network thread ever waits for SQL.
 */
public final class Database implements AutoCloseable {

  private final Pools pools;
  private final SqlSessionFactory sessions;
  private final CallerScope callers;
  private final Meter meter;
  private final Outages outages = new Outages();
  private final List<Lane<?>> lanes = new ArrayList<>();
  private final Threads threads;
  private final Lane<Task<?>> queries;
  private final Lane<Task<?>> alone;
  private final Lookups lookups;

  /** Takes all that it needs, and closes the pools in the end. */
  public Database(
      Pools pools, SqlSessionFactory sessions, CallerScope callers, Threads threads, Meter meter) {
    this.pools = pools;
    this.sessions = sessions;
    this.callers = callers;
    this.threads = threads;
    this.meter = meter;
    this.queries = lane("query", threads.queries(), 1, Task::runEach);
    this.alone = lane("alone", threads.alone(), 1, Task::runEach);
    this.lookups = new Lookups(this, threads.lookups());
  }

  /**
   * Where the connections are.
   *
   * @param general one for each thread but the committers', one for {@link #answers} and one for
   *     {@link #inTurn}
   * @param commits one for each committer; they give up soon where they would wait for a lock
   */
  public record Pools(HikariDataSource general, HikariDataSource commits) {}

  public Threads threads() {
    return threads;
  }

  /** The current thread's caller. */
  public CallerScope.Captured caller() {
    return callers.capture();
  }

  /** One statement, in a transaction of its own. */
  public <T> CompletionStage<T> read(Function<SqlSession, T> query) {
    return submit(
        queries,
        caller(),
        () -> {
          try (SqlSession session = open()) {
            return query.apply(session);
          }
        });
  }

  /** One statement that answers many callers. */
  public <K, A> Lookup<K, A> lookup(Lookup.Query<K, A> query, Function<A, K> key) {
    return new Lookup<>(lookups, query, key);
  }

  /**
   * Many statements in one transaction, sent in batches. What the work throws rolls all of it back.
   */
  public CompletionStage<Void> transact(CallerScope.Captured caller, Consumer<SqlSession> work) {
    return transact(caller, work, SqlSession::commit);
  }

  /** The same, and then rolls all of it back. */
  public CompletionStage<Void> rehearse(CallerScope.Captured caller, Consumer<SqlSession> work) {
    return transact(caller, work, SqlSession::rollback);
  }

  private CompletionStage<Void> transact(
      CallerScope.Captured caller, Consumer<SqlSession> work, Consumer<SqlSession> end) {
    return submit(
        alone,
        caller,
        () -> {
          try (SqlSession session = sessions.openSession(ExecutorType.BATCH, false)) {
            work.accept(session);
            end.accept(session);
            return null;
          }
        });
  }

  /**
   * Many statements in one transaction, sent in batches, on the current thread, which is a
   * committer's. Where it would have to wait for another transaction's lock for long, it fails.
   */
  public void commit(Consumer<SqlSession> work) {
    try (SqlSession session = sessions.openSession(ExecutorType.BATCH, committing())) {
      work.accept(session);
      session.commit();
    }
  }

  /** Opens a lane, which is closed with this. */
  public <C extends Call<?>> Lane<C> lane(
      String name, int laneThreads, int most, Consumer<List<C>> work) {
    Lane<C> lane = new Lane<>(name, laneThreads, most, work, outages, meter);
    lanes.add(lane);
    return lane;
  }

  /**
   * Does the work on the current thread while nobody else, on this server or another, does work of
   * the name. PostgreSQL holds that (advisory lock) for as long as the connection lives.
   *
   * @return whether it was done: not if somebody else is at it, or the database does not answer
   */
  public boolean inTurn(String name, Runnable work) {
    try (Connection connection = pools.general().getConnection()) {
      if (!turn("pg_try_advisory_lock", name, connection)) {
        return false;
      }
      try {
        work.run();
      } finally {
        turn("pg_advisory_unlock", name, connection);
      }
      return true;
    } catch (SQLException down) {
      return false;
    }
  }

  private static boolean turn(String function, String name, Connection connection)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT " + function + "(hashtextextended(?, 0))")) {
      statement.setString(1, name);
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  /** Whether the database answers within a second. */
  public boolean answers() {
    try (Connection connection = pools.general().getConnection()) {
      return connection.isValid(1);
    } catch (SQLException down) {
      return false;
    }
  }

  /** Finishes what is queued, then lets go of the connections. */
  @Override
  public void close() {
    // What one lane has begun may go on in those opened before it.
    lanes.reversed().forEach(Lane::close);
    pools.commits().close();
    pools.general().close();
  }

  /** For the work of a lane: each statement commits by itself. The caller closes it. */
  public SqlSession open() {
    return sessions.openSession(true);
  }

  private Connection committing() {
    try {
      return pools.commits().getConnection();
    } catch (SQLException down) {
      throw new PersistenceException(down);
    }
  }

  private static <T> CompletionStage<T> submit(
      Lane<Task<?>> lane, CallerScope.Captured caller, Supplier<T> work) {
    Task<T> task = new Task<>(caller, work);
    lane.submit(task);
    return task.answer();
  }

  /** What is done for one caller. */
  private static final class Task<T> extends Call<T> {

    private final Supplier<T> work;

    Task(CallerScope.Captured caller, Supplier<T> work) {
      super(caller);
      this.work = work;
    }

    static void runEach(List<Task<?>> tasks) {
      tasks.forEach(Task::run);
    }

    private void run() {
      complete(work.get());
    }
  }
}
