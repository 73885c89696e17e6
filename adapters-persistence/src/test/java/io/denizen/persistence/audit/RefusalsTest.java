package io.denizen.persistence.audit;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.IpAddress;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.shared.FailureException;
import io.denizen.domain.shared.Occasion;
import io.denizen.persistence.PostgresPersistence;
import io.denizen.persistence.TestDatabase;
import io.denizen.testkit.shared.Fixtures;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What PostgreSQL's errors become, and that the domain's values cause none. */
@ExtendWith(TestDatabase.class)
final class RefusalsTest {

  private final PostgresPersistence persistence = TestDatabase.persistence();
  private final Fixtures fixtures = new Fixtures(persistence.ids());

  /**
   * PostgreSQL looks for a deadlock once, a while after a wait has begun. So all that others hold
   * and wait for is in place before the commit, kept at the one between, gets to its last wait.
   */
  @Test
  void aDeadlockIsAStaleVersion() throws SQLException {
    Identity first = create();
    Identity between = create();
    Identity last = create();
    Occasion occasion = fixtures.occasion();
    Decision<Identity> all =
        new Decision<>(
            last.delete(occasion).after(),
            List.of(first.delete(occasion), between.delete(occasion), last.delete(occasion)),
            List.of());
    try (Connection keeper = TestDatabase.server().owner();
        Connection other = TestDatabase.server().owner();
        Statement keeping = keeper.createStatement();
        Statement crossing = other.createStatement()) {
      crossing.execute("SET application_name = 'crossing'");
      // Whoever looks for a deadlock first is its victim: not this one.
      crossing.execute("SET deadlock_timeout = '5min'");
      keeper.setAutoCommit(false);
      other.setAutoCommit(false);
      lock(keeping, between);
      lock(crossing, last);
      CompletionStage<Void> commit = commit(occasion, all);
      // In a transaction of its own; the shared one before it gives up too soon to be crossed.
      awaitWaiting("denizen");
      CompletableFuture<Void> crossed =
          CompletableFuture.runAsync(() -> lock(crossing, first), Thread::startVirtualThread);
      awaitWaiting("crossing");
      keeper.rollback();

      assertThat(refusal(commit)).isEqualTo(new StaleVersion(last.name()));
      answer(crossed);
      other.rollback();
    }
    assertThat(answer(persistence.identities().byId(first.id()))).contains(first);
  }

  @Test
  void aDeadlockOverNothingButTheRequestIsOneToo() {
    Occasion occasion = fixtures.occasion();
    ChangeSet nothing = ChangeSet.ofAll(occasion, fixtures.caller(), fixtures.request(), List.of());
    RuntimeException deadlock = new IllegalStateException(new SQLException("", "40P01"));

    assertThat(new Refusals(List.of()).explain(deadlock, nothing))
        .isInstanceOfSatisfying(
            FailureException.class,
            refused -> assertThat(refused.failure()).isEqualTo(new StaleVersion(null)));
  }

  @Test
  void whatIsUnforeseenQuotesNoRow() {
    Identity person = create();
    Occasion occasion = fixtures.occasion();
    EmailAddress email = fixtures.email();
    // Nobody makes an id twice; the failure is not the domain's.
    Change<Identity> again =
        Identity.create(
            person.id(), IdentityKind.PERSON, fixtures.details().withEmail(email), occasion);

    Throwable thrown =
        answer(commit(occasion, Decision.of(again)).<Throwable>handle((done, failure) -> failure));

    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    assertThat(cause).isNotInstanceOf(FailureException.class);
    assertThat(text.toString())
        .contains("identities_pkey")
        .doesNotContainIgnoringCase(email.value())
        .doesNotContain(person.id().value().toString());
  }

  @Test
  void everyIpAddressOfTheDomainIsOneOfPostgresqlAndComesBackTheSame() throws SQLException {
    Random random = new Random(7);
    String[] addresses =
        Stream.generate(() -> scribble(random))
            .limit(200_000)
            .flatMap(RefusalsTest::valid)
            .distinct()
            .toArray(String[]::new);
    assertThat(addresses).hasSizeGreaterThan(100);
    try (Connection app = TestDatabase.server().app();
        PreparedStatement select =
            app.prepareStatement(
                "SELECT host(a::inet) FROM unnest(?) WITH ORDINALITY u(a, n) ORDER BY n")) {
      Array given = app.createArrayOf("text", addresses);
      select.setArray(1, given);
      try (ResultSet rows = select.executeQuery()) {
        for (String address : addresses) {
          assertThat(rows.next()).isTrue();
          assertThat(new IpAddress(rows.getString(1)).value()).isEqualTo(address);
        }
      }
    }
  }

  private static String scribble(Random random) {
    String letters = "0123456789af:::...";
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "::" : "");
    for (int i = random.nextInt(16); i >= 0; i--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  private static Stream<String> valid(String text) {
    try {
      return Stream.of(new IpAddress(text).value());
    } catch (FailureException refused) {
      return Stream.empty();
    }
  }

  private Identity create() {
    Occasion occasion = fixtures.occasion();
    Identity person = fixtures.person(occasion);
    answer(commit(occasion, Decision.of(Change.created(person))));
    return person;
  }

  private CompletionStage<Void> commit(Occasion occasion, Decision<?> decision) {
    return persistence.journal().commit(ChangeSet.of(occasion, fixtures.caller(), null, decision));
  }

  private static void lock(Statement statement, Identity identity) {
    try {
      statement.execute(
          "SELECT FROM identities WHERE id = '%s' FOR UPDATE".formatted(identity.id().value()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitWaiting(String application) throws SQLException {
    try (Connection observer = TestDatabase.server().owner();
        PreparedStatement waiting =
            observer.prepareStatement(
                """
                SELECT FROM pg_stat_activity WHERE datname = current_database()
                  AND wait_event_type = 'Lock' AND application_name = ?
                """)) {
      waiting.setString(1, application);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                try (ResultSet row = waiting.executeQuery()) {
                  return row.next();
                }
              });
    }
  }
}
