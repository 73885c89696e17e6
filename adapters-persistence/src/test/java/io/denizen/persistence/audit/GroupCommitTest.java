package io.denizen.persistence.audit;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.JournalFailure.RepeatedRequest;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.RequestKey;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure.EmailTaken;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.StoreFailure.CallerGone;
import io.denizen.domain.shared.StoreFailure.Overloaded;
import io.denizen.persistence.Batches;
import io.denizen.persistence.Gate;
import io.denizen.persistence.LeavingCallers;
import io.denizen.persistence.PostgresPersistence;
import io.denizen.persistence.TestDatabase;
import io.denizen.persistence.TestServer;
import io.denizen.testkit.identity.IdentityChanges;
import io.denizen.testkit.shared.Answers;
import io.denizen.testkit.shared.Fixtures;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What callers are told whose change sets share a transaction. There is one committer here; what
 * comes while it is held at a gate it takes at once.
 */
@ExtendWith(TestDatabase.class)
final class GroupCommitTest {

  private static final String DATABASE = "groups";
  private static final int MANY = 40;
  private static final int MOST_WAITING = 10_000;

  private final TestServer server = TestDatabase.server();
  private final Batches batches = new Batches("commit");
  private final LeavingCallers callers = new LeavingCallers();
  private final PostgresPersistence persistence =
      PostgresPersistence.open(server.settings(DATABASE, 4), callers, batches.meter());
  private final Fixtures fixtures = new Fixtures(persistence.ids());
  private final Gate gate = Gate.before(server, DATABASE, "audit_events");

  @BeforeAll
  static void createDatabase() throws SQLException {
    TestDatabase.server().create(DATABASE);
  }

  @AfterEach
  void close() {
    gate.remove();
    persistence.close();
  }

  @Test
  void whatQueuesSharesATransaction() throws SQLException {
    Caller caller = fixtures.caller();
    hold();
    List<CompletionStage<Void>> commits = creations(caller, MANY);
    gate.open();

    assertThat(commits).allSatisfy(Answers::answer);
    assertThat(batches.count()).isEqualTo(2);
    assertThat(batches.calls()).isEqualTo(1 + MANY);
    assertThat(eventsOf(caller)).isEqualTo(MANY);
    assertThat(number("SELECT count(DISTINCT xid) FROM audit_events WHERE actor = '%s'", caller))
        .isEqualTo(1);
  }

  @Test
  void onlyWhoIsToBlameIsRefused() {
    Identity before = created();
    Identity other = created();
    answer(commit(fixtures.caller(), null, IdentityChanges.rename(before)));
    RequestKey request = fixtures.request();
    Caller caller = fixtures.caller();
    answer(commit(caller, request, this::creation));
    Caller innocent = fixtures.caller();

    hold();
    List<CompletionStage<Void>> good = creations(innocent, 10);
    CompletionStage<Void> stale = commit(fixtures.caller(), null, IdentityChanges.rename(before));
    good.add(commit(innocent, fixtures.request(), this::creation));
    CompletionStage<Void> repeated = commit(caller, request, this::creation);
    good.add(commit(innocent, null, IdentityChanges.rename(other)));
    CompletionStage<Void> taken = commit(fixtures.caller(), null, creationLike(before));
    gate.open();

    assertThat(refusal(stale)).isEqualTo(new StaleVersion(before.name()));
    assertThat(refusal(repeated)).isEqualTo(new RepeatedRequest(request.requestId()));
    assertThat(refusal(taken)).isEqualTo(new EmailTaken());
    assertThat(good).allSatisfy(Answers::answer);
    assertThat(eventsOf(innocent)).isEqualTo(good.size());
  }

  @Test
  void theFirstOfThoseThatClashIsServed() {
    Identity person = created();
    Identity unborn = creation(fixtures.occasion()).after();
    RequestKey request = fixtures.request();
    Caller caller = fixtures.caller();

    hold();
    List<CompletionStage<Void>> first =
        List.of(
            commit(caller, null, IdentityChanges.rename(person)),
            commit(caller, null, creationLike(unborn)),
            commit(caller, request, this::creation));
    CompletionStage<Void> stale = commit(caller, null, person::delete);
    CompletionStage<Void> taken = commit(caller, null, creationLike(unborn));
    CompletionStage<Void> repeated = commit(caller, request, this::creation);
    gate.open();

    assertThat(first).allSatisfy(Answers::answer);
    assertThat(refusal(stale)).isEqualTo(new StaleVersion(person.name()));
    assertThat(refusal(taken)).isEqualTo(new EmailTaken());
    assertThat(refusal(repeated)).isEqualTo(new RepeatedRequest(request.requestId()));
    assertThat(eventsOf(caller)).isEqualTo(first.size());
  }

  @Test
  void ofTwoThatRelyOnWhatTheOtherChangesOneIsRefused() {
    Identity one = created();
    Identity other = created();

    hold();
    CompletionStage<Void> first = commitRelyingOn(other, IdentityChanges.rename(one));
    CompletionStage<Void> second = commitRelyingOn(one, IdentityChanges.rename(other));
    gate.open();

    answer(first);
    assertThat(refusal(second)).isEqualTo(new StaleVersion(one.name()));
  }

  @Test
  void whoWaitsForALockKeepsNobodyElseWaiting() throws SQLException {
    Identity locked = created();
    Caller innocent = fixtures.caller();
    try (Connection other = server.owner(DATABASE);
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "SELECT FROM identities WHERE id = '%s' FOR UPDATE".formatted(locked.id().value()));
      hold();
      List<CompletionStage<Void>> good = creations(innocent, 8);
      CompletionStage<Void> waiting =
          commit(fixtures.caller(), null, IdentityChanges.rename(locked));
      CompletionStage<Void> clashing = commit(fixtures.caller(), null, locked::delete);
      good.addAll(creations(innocent, MANY));
      gate.open();

      assertThat(good).allSatisfy(Answers::answer);
      assertThat(List.of(waiting, clashing))
          .noneMatch(commit -> commit.toCompletableFuture().isDone());
      other.rollback();
      answer(waiting);
      assertThat(refusal(clashing)).isEqualTo(new StaleVersion(locked.name()));
    }
  }

  @Test
  void refusesAtOnceWhatIsTooMuchToWait() {
    Caller caller = fixtures.caller();
    hold();
    List<CompletionStage<Void>> waiting = creations(caller, MOST_WAITING);
    CompletionStage<Void> tooMuch = commit(caller, null, this::creation);

    assertThat(tooMuch.toCompletableFuture()).isDone();
    assertThat(refusal(tooMuch)).isEqualTo(new Overloaded());
    assertThat(batches.refused()).isEqualTo(1);
    assertThat(batches.waiting()).isEqualTo(MOST_WAITING);
    gate.open();
    assertThat(waiting).allSatisfy(Answers::answer);
    assertThat(batches.waiting()).isZero();
  }

  @Test
  void whatIsQueuedWhenItsCallerLeavesIsNotWritten() {
    Caller leaving = fixtures.caller();
    hold();
    CompletionStage<Void> commit = commit(leaving, null, this::creation);
    callers.leave();
    gate.open();

    assertThat(refusal(commit)).isEqualTo(new CallerGone());
    callers.comeBack();
    assertThat(eventsOf(leaving)).isZero();
  }

  /** Has the committer busy until the gate is opened. */
  private void hold() {
    gate.close();
    Caller holding = fixtures.caller();
    CompletionStage<Void> held = commit(holding, null, this::creation);
    assertThat(held.toCompletableFuture()).isNotDone();
    gate.awaitSomeone();
  }

  private Identity created() {
    Occasion occasion = fixtures.occasion();
    Change<Identity> creation = creation(occasion);
    answer(commit(fixtures.caller(), occasion, null, creation, List.of()));
    return creation.after();
  }

  private Change<Identity> creation(Occasion occasion) {
    return Change.created(fixtures.person(occasion));
  }

  private List<CompletionStage<Void>> creations(Caller caller, int count) {
    List<CompletionStage<Void>> commits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      commits.add(commit(caller, fixtures.request(), this::creation));
    }
    return commits;
  }

  /** Of somebody else with the same email. */
  private Function<Occasion, Change<Identity>> creationLike(Identity identity) {
    return occasion ->
        Change.created(
            fixtures.person(
                fixtures.details().withEmail(IdentityChanges.email(identity)), occasion));
  }

  private CompletionStage<Void> commit(
      Caller caller, @Nullable RequestKey request, Function<Occasion, Change<Identity>> change) {
    Occasion occasion = fixtures.occasion();
    return commit(caller, occasion, request, change.apply(occasion), List.of());
  }

  private CompletionStage<Void> commitRelyingOn(
      Identity observed, Function<Occasion, Change<Identity>> change) {
    Occasion occasion = fixtures.occasion();
    return commit(fixtures.caller(), occasion, null, change.apply(occasion), List.of(observed));
  }

  private CompletionStage<Void> commit(
      Caller caller,
      Occasion occasion,
      @Nullable RequestKey request,
      Change<Identity> change,
      List<Identity> observed) {
    return persistence
        .journal()
        .commit(ChangeSet.of(occasion, caller, request, Decision.of(change).relyingOn(observed)));
  }

  private int eventsOf(Caller caller) {
    AuditEventQuery query =
        new AuditEventQuery(null, caller.actor(), null, null, null, null, false);
    return answer(persistence.auditEvents().list(query, PageRequest.first(1_000))).items().size();
  }

  private long number(String sql, Caller caller) throws SQLException {
    try (Connection owner = server.owner(DATABASE);
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(sql.formatted(caller.actor().value()))) {
      row.next();
      return row.getLong(1);
    }
  }
}
