package io.denizen.persistence.audit;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.shared.CallerScope;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.StoreFailure.Unavailable;
import io.denizen.persistence.Gate;
import io.denizen.persistence.Meters;
import io.denizen.persistence.PostgresPersistence;
import io.denizen.persistence.TestDatabase;
import io.denizen.persistence.TestServer;
import io.denizen.testkit.shared.Fixtures;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a shared transaction whose connection breaks, step by step. */
@ExtendWith(TestDatabase.class)
final class BrokenCommitTest {

  private static final String DATABASE = "broken";
  private static final int MANY = 40;

  private final TestServer server = TestDatabase.server();

  @BeforeAll
  static void createDatabase() throws SQLException {
    TestDatabase.server().create(DATABASE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"requests", "audit_events", "audit_images", "identities", "COMMIT"})
  void nothingIsThere(String step) throws SQLException {
    Gate gate =
        step.equals("COMMIT")
            ? Gate.beforeCommitAfter(server, DATABASE, "identities")
            : Gate.before(server, DATABASE, step);
    try (PostgresPersistence persistence =
        PostgresPersistence.open(server.settings(DATABASE, 4), CallerScope.NONE, Meters.NONE)) {
      Fixtures fixtures = new Fixtures(persistence.ids());
      Caller caller = fixtures.caller();
      long before = rows();
      gate.close();
      List<CompletionStage<Void>> commits =
          Stream.generate(() -> create(persistence, fixtures, caller)).limit(MANY).toList();
      while (commits.stream().anyMatch(commit -> !commit.toCompletableFuture().isDone())) {
        gate.killWhoeverWaits();
      }

      assertThat(commits)
          .allSatisfy(commit -> assertThat(refusal(commit)).isEqualTo(new Unavailable()));
      assertThat(rows()).isEqualTo(before);
      gate.open();
      await().atMost(Duration.ofSeconds(60)).until(persistence::answers);
      // One pool may answer a moment before commits are tried again; who is refused till then
      // leaves nothing either.
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> answer(create(persistence, fixtures, caller)));
      assertThat(rows()).as("one of each table").isEqualTo(before + 4);
    } finally {
      gate.remove();
    }
  }

  private static CompletionStage<Void> create(
      PostgresPersistence persistence, Fixtures fixtures, Caller caller) {
    Occasion occasion = fixtures.occasion();
    return persistence
        .journal()
        .commit(
            ChangeSet.of(
                occasion,
                caller,
                fixtures.request(),
                Decision.of(Change.created(fixtures.person(occasion)))));
  }

  /** Of all tables that a creation writes. */
  private long rows() throws SQLException {
    try (Connection owner = server.owner(DATABASE);
        Statement statement = owner.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT (SELECT count(*) FROM requests) + (SELECT count(*) FROM audit_events)
                  + (SELECT count(*) FROM audit_images) + (SELECT count(*) FROM identities)
                """)) {
      row.next();
      return row.getLong(1);
    }
  }
}
