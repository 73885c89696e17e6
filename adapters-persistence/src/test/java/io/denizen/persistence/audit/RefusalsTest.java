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
import io.denizen.domain.shared.CallerScope;
import io.denizen.domain.shared.FailureException;
import io.denizen.domain.shared.Occasion;
import io.denizen.persistence.Meters;
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

  @Test
  void aDeadlockIsAStaleVersion() throws SQLException {
    Identity first = create(persistence);
    Identity second = create(persistence);
    Occasion occasion = fixtures.occasion();
    Decision<Identity> both =
        new Decision<>(
            second.delete(occasion).after(),
            List.of(first.delete(occasion), second.delete(occasion)),
            List.of());
    try (Connection other = TestDatabase.server().owner();
        Statement statement = other.createStatement()) {
      // Whoever looks for a deadlock first is its victim: not this one.
      statement.execute("SET deadlock_timeout = '5min'");
      statement.execute("ALTER ROLE denizen_app SET deadlock_timeout = '4s'");
      try (PostgresPersistence patient =
          PostgresPersistence.open(
              TestDatabase.server().settings(4), CallerScope.NONE, Meters.NONE)) {
        answer(patient.identities().byId(first.id()));
        other.setAutoCommit(false);
        lock(statement, second);
        CompletionStage<Void> commit = commit(patient, occasion, both);
        try (Connection observer = TestDatabase.server().owner()) {
          await().atMost(Duration.ofSeconds(30)).until(() -> someoneWaits(observer));
        }
        lock(statement, first);

        assertThat(refusal(commit)).isEqualTo(new StaleVersion(second.name()));
        other.rollback();
        other.setAutoCommit(true);
      } finally {
        statement.execute("ALTER ROLE denizen_app RESET deadlock_timeout");
      }
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
    Identity person = create(persistence);
    Occasion occasion = fixtures.occasion();
    EmailAddress email = fixtures.email();
    // Nobody makes an id twice; the failure is not the domain's.
    Change<Identity> again =
        Identity.create(
            person.id(), IdentityKind.PERSON, fixtures.details().withEmail(email), occasion);

    Throwable thrown =
        answer(
            commit(persistence, occasion, Decision.of(again))
                .<Throwable>handle((done, failure) -> failure));

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

  private Identity create(PostgresPersistence store) {
    Occasion occasion = fixtures.occasion();
    Identity person = fixtures.person(occasion);
    answer(commit(store, occasion, Decision.of(Change.created(person))));
    return person;
  }

  private CompletionStage<Void> commit(
      PostgresPersistence store, Occasion occasion, Decision<?> decision) {
    return store.journal().commit(ChangeSet.of(occasion, fixtures.caller(), null, decision));
  }

  private static void lock(Statement statement, Identity identity) throws SQLException {
    statement.execute(
        "SELECT FROM identities WHERE id = '%s' FOR UPDATE".formatted(identity.id().value()));
  }

  private static boolean someoneWaits(Connection observer) throws SQLException {
    try (Statement statement = observer.createStatement();
        ResultSet waiting =
            statement.executeQuery(
                "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND usename = 'denizen_app'")) {
      return waiting.next();
    }
  }
}
