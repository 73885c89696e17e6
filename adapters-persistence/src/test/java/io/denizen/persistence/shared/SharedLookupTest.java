package io.denizen.persistence.shared;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.shared.CallerScope;
import io.denizen.domain.shared.Occasion;
import io.denizen.persistence.Batches;
import io.denizen.persistence.PostgresPersistence;
import io.denizen.persistence.TestDatabase;
import io.denizen.persistence.TestServer;
import io.denizen.testkit.shared.Fixtures;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lookups that wait while one thread is held by a locked table. */
@ExtendWith(TestDatabase.class)
final class SharedLookupTest {

  private static final int MANY = 50;

  private final TestServer server = TestDatabase.server();
  private final Batches batches = new Batches("lookup");
  private final PostgresPersistence persistence =
      PostgresPersistence.open(server.settings(4), CallerScope.NONE, batches.meter());
  private final Fixtures fixtures = new Fixtures(persistence.ids());

  @AfterEach
  void close() {
    persistence.close();
  }

  @Test
  void whatQueuesSharesATurnAndEachGetsItsOwn() throws SQLException {
    List<Identity> people = IntStream.range(0, MANY).mapToObj(number -> created()).toList();
    List<CompletionStage<Optional<Identity>>> found;
    try (Connection other = server.owner();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE identities IN ACCESS EXCLUSIVE MODE");
      CompletionStage<Optional<Identity>> held =
          persistence.identities().byId(people.getFirst().id());
      // Taken, and waiting for the table.
      while (batches.count() == 0) {
        Thread.onSpinWait();
      }
      found = people.stream().map(person -> persistence.identities().byId(person.id())).toList();
      assertThat(batches.waiting()).isEqualTo(MANY);
      other.rollback();
      assertThat(answer(held)).contains(people.getFirst());
    }

    for (int i = 0; i < MANY; i++) {
      assertThat(answer(found.get(i))).contains(people.get(i));
    }
    assertThat(batches.count()).isEqualTo(2);
    assertThat(batches.calls()).isEqualTo(1 + MANY);
  }

  @Test
  void aRowThatNobodyCanReadIsTheTroubleOfThoseWhoAskForIt() throws SQLException {
    Identity good = created();
    Identity bad = created();
    try (Connection other = server.owner();
        Statement statement = other.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      statement.execute(
          "UPDATE identities SET display_name = '' WHERE id = '%s'".formatted(bad.id().value()));
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE identities IN ACCESS EXCLUSIVE MODE");
      CompletionStage<Optional<Identity>> held = persistence.identities().byId(good.id());
      CompletionStage<Optional<Identity>> unreadable = persistence.identities().byId(bad.id());
      CompletionStage<Optional<Identity>> readable = persistence.identities().byId(good.id());
      other.rollback();

      assertThat(answer(held)).contains(good);
      assertThat(answer(readable)).contains(good);
      assertThatThrownBy(() -> answer(unreadable)).isInstanceOf(AssertionError.class);
      // Other tests list what is there.
      other.setAutoCommit(true);
      statement.execute(
          "UPDATE identities SET display_name = 'x' WHERE id = '%s'".formatted(bad.id().value()));
    }
  }

  private Identity created() {
    Occasion occasion = fixtures.occasion();
    Identity person = fixtures.person(occasion);
    answer(
        persistence
            .journal()
            .commit(
                ChangeSet.of(
                    occasion, fixtures.caller(), null, Decision.of(Change.created(person)))));
    return person;
  }
}
