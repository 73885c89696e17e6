package io.denizen.testkit.audit;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.JournalFailure.RepeatedRequest;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.RequestKey;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure.EmailTaken;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Occasion;
import io.denizen.testkit.identity.IdentityChanges;
import io.denizen.testkit.shared.PortContract;
import io.denizen.testkit.shared.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What the journal promises when many write at once. */
public abstract class ConcurrencyContract extends PortContract {

  private static final int MANY = 64;

  @Test
  void letsOneOfManyHaveAnEmail() {
    EmailAddress email = fixtures().email();
    Caller caller = fixtures().caller();
    List<Failure> refusals =
        refusalsOf(
            number -> {
              Occasion occasion = fixtures().occasion();
              return set(
                  occasion,
                  caller,
                  null,
                  Change.created(
                      fixtures().person(fixtures().details().withEmail(email), occasion)));
            });

    assertThat(refusals).hasSize(MANY - 1).containsOnly(new EmailTaken());
    List<AuditEvent> events = eventsBy(caller);
    assertThat(events).hasSize(1);
    assertThat(answer(ports().identities().byEmail(email)).map(Identity::name))
        .contains(events.getFirst().resource());
  }

  @Test
  void letsOneOfManyChangeAVersion() {
    Identity person = committed(occasion -> Change.created(fixtures().person(occasion)));
    List<Failure> refusals =
        refusalsOf(
            number -> {
              Occasion occasion = fixtures().occasion();
              return set(
                  occasion,
                  number % 8 == 0
                      ? person.delete(occasion)
                      : IdentityChanges.rename(person).apply(occasion));
            });

    assertThat(refusals).hasSize(MANY - 1).containsOnly(new StaleVersion(person.name()));
    assertThat(eventsOf(person.name()).stream().map(AuditEvent::resourceVersion))
        .containsExactly(1L, 2L);
  }

  @Test
  void commitsOneOfManyWithTheSameRequest() {
    Caller caller = fixtures().caller();
    RequestKey request = fixtures().request();
    EmailAddress email = fixtures().email();
    List<Failure> refusals =
        refusalsOf(
            number -> {
              Occasion occasion = fixtures().occasion();
              return set(
                  occasion,
                  caller,
                  request,
                  Change.created(
                      fixtures().person(fixtures().details().withEmail(email), occasion)));
            });

    assertThat(refusals).hasSize(MANY - 1).containsOnly(new RepeatedRequest(request.requestId()));
    assertThat(eventsBy(caller)).hasSize(1);
    assertThat(answer(ports().requests().find(caller.actor(), request.requestId()))).isPresent();
  }

  @Test
  void keepsTheConflictOfOneFromTheOthers() {
    Identity taken = committed(occasion -> Change.created(fixtures().person(occasion)));
    Caller caller = fixtures().caller();
    List<Failure> refusals =
        refusalsOf(
            number -> {
              Occasion occasion = fixtures().occasion();
              return set(
                  occasion,
                  caller,
                  null,
                  Change.created(
                      number % 4 == 0
                          ? fixtures()
                              .person(
                                  fixtures().details().withEmail(IdentityChanges.email(taken)),
                                  occasion)
                          : fixtures().person(occasion)));
            });

    assertThat(refusals).hasSize(MANY / 4).containsOnly(new EmailTaken());
    assertThat(eventsBy(caller)).hasSize(MANY - MANY / 4);
  }

  @Test
  void readsWhatItWroteAsSoonAsItIsCommitted() {
    List<CompletionStage<Boolean>> found =
        Together.start(
            MANY,
            number -> {
              Occasion occasion = fixtures().occasion();
              Identity person = fixtures().person(occasion);
              return ports()
                  .journal()
                  .commit(set(occasion, Change.created(person)))
                  .thenCompose(committed -> ports().identities().byId(person.id()))
                  .thenApply(read -> read.filter(person::equals).isPresent());
            });

    assertThat(found).allSatisfy(one -> assertThat(answer(one)).isTrue());
  }

  /** Commits {@link #MANY} sets at once and gives the failures of those that were refused. */
  private List<Failure> refusalsOf(IntFunction<ChangeSet> sets) {
    List<ChangeSet> prepared = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      prepared.add(sets.apply(i));
    }
    List<Failure> refusals = new ArrayList<>();
    for (CompletionStage<Void> stage :
        Together.start(MANY, number -> ports().journal().commit(prepared.get(number)))) {
      if (answer(stage.handle((done, thrown) -> thrown != null))) {
        refusals.add(refusal(stage));
      }
    }
    return refusals;
  }

  private List<AuditEvent> eventsBy(Caller caller) {
    return eventsOf(new AuditEventQuery(null, caller.actor(), null, null, null, null, false));
  }
}
