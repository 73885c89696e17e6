package io.denizen.persistence.shared;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.denizen.domain.shared.StoreFailure;
import io.denizen.persistence.LeavingCallers;
import io.denizen.persistence.Meters;
import io.denizen.persistence.PostgresPersistence;
import io.denizen.persistence.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.ibatis.session.SqlSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class DatabaseTest {

  private final CountDownLatch letGo = new CountDownLatch(1);
  private final LeavingCallers callers = new LeavingCallers();
  private final AtomicBoolean started = new AtomicBoolean();
  private final Database database = open();

  @AfterEach
  void close() {
    letGo.countDown();
    database.close();
  }

  @Test
  void doesNotStartWorkWhoseCallerLeftWhileItWaited() {
    CompletionStage<Integer> first = occupy();
    CompletionStage<Integer> waiting = database.read(session -> start());
    callers.leave();
    letGo.countDown();

    assertThat(refusal(waiting)).isEqualTo(new StoreFailure.CallerGone());
    assertThat(started).isFalse();
    assertThat(answer(first)).isEqualTo(1);
  }

  @Test
  void refusesAtOnceWhatIsTooMuchToWait() {
    CompletionStage<Integer> first = occupy();
    List<CompletionStage<Integer>> waiting = new ArrayList<>();
    for (int i = 0; i < Lane.MAX_WAITING; i++) {
      waiting.add(database.read(session -> 2));
    }

    CompletionStage<Integer> tooMuch = database.read(session -> start());

    assertThat(tooMuch.toCompletableFuture()).isDone();
    assertThat(refusal(tooMuch)).isEqualTo(new StoreFailure.Overloaded());
    letGo.countDown();
    assertThat(answer(first)).isEqualTo(1);
    assertThat(waiting).allSatisfy(one -> assertThat(answer(one)).isEqualTo(2));
    assertThat(started).isFalse();
  }

  @Test
  void finishesWhatWaitsBeforeItClosesAndThenRefuses() {
    occupy();
    CompletionStage<Integer> waiting = database.read(session -> number(session, "SELECT 3"));
    letGo.countDown();

    database.close();

    assertThat(waiting.toCompletableFuture()).isCompletedWithValue(3);
    assertThat(refusal(database.read(session -> start())))
        .isEqualTo(new StoreFailure.Unavailable());
    assertThat(started).isFalse();
  }

  @Test
  void saysThatTheDatabaseAnswersHoweverBusyItIs() {
    CompletionStage<Integer> busy = occupy();

    assertThat(database.answers()).isTrue();
    letGo.countDown();
    assertThat(answer(busy)).isEqualTo(1);
  }

  @Test
  void saysNothingOfOtherConnectionsWhenOneBreaks() {
    CompletionStage<Integer> broken =
        database.read(
            session -> {
              terminate(number(session, "SELECT pg_backend_pid()"));
              return number(session, "SELECT 1");
            });

    CompletionStage<Integer> next = database.read(session -> number(session, "SELECT 2"));

    assertThat(refusal(broken)).isEqualTo(new StoreFailure.Unavailable());
    assertThat(answer(next)).isEqualTo(2);
  }

  /** Keeps the one thread, and its connection, until it is let go. */
  private CompletionStage<Integer> occupy() {
    CountDownLatch occupied = new CountDownLatch(1);
    CompletionStage<Integer> busy =
        database.read(
            session -> {
              int one = number(session, "SELECT 1");
              occupied.countDown();
              await(letGo);
              return one;
            });
    await(occupied);
    return busy;
  }

  private int start() {
    started.set(true);
    return 0;
  }

  private Database open() {
    PostgresPersistence.Settings settings = TestDatabase.server().settings(4);
    Database.Pools pools = new Database.Pools(pool(settings, 4), pool(settings, 1));
    return new Database(
        pools,
        new Sessions(pools.general()).build(),
        callers,
        new Threads(1, 1, 1, 1),
        Meters.NONE);
  }

  private static HikariDataSource pool(PostgresPersistence.Settings settings, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.jdbcUrl());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(connections);
    return new HikariDataSource(config);
  }

  private static int number(SqlSession session, String sql) {
    try (Statement statement = session.getConnection().createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void terminate(int backend) {
    try (Connection owner = TestDatabase.server().owner();
        Statement statement = owner.createStatement()) {
      // Waits until it has ended.
      statement.execute("SELECT pg_terminate_backend(%d, 10000)".formatted(backend));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
