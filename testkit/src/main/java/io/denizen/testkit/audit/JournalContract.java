package io.denizen.testkit.audit;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.JournalFailure.TooLarge;
import io.denizen.domain.audit.RequestKey;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure.EmailTaken;
import io.denizen.domain.identity.IdentityFailure.SlugTaken;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Occasion;
import io.denizen.testkit.identity.IdentityChanges;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What {@link Journal} promises about what is written and what is refused. Its sibling contracts
 * are about emails and slugs, the audit trail, repeated requests, and many writers at once; the
 * rules between parents and children are with the memberships.
 */
public abstract class JournalContract extends IdentityJournalContract {

  @Test
  void refusesAChangeDecidedOnAnOldVersion() {
    Identity first = person();
    Identity second = committed(IdentityChanges.rename(first));

    assertThat(refused(IdentityChanges.rename(first))).isEqualTo(new StaleVersion(first.name()));
    assertThat(refused(first::delete)).isEqualTo(new StaleVersion(first.name()));
    assertThat(stored(first)).contains(second);
    assertThat(eventsOf(first.name())).hasSize(2);
  }

  @Test
  void refusesAChangeOfWhatWasDeletedMeanwhile() {
    Identity live = person();
    Identity deleted = committed(live::delete);

    assertThat(refused(IdentityChanges.rename(live))).isEqualTo(new StaleVersion(live.name()));
    assertThat(refused(live::delete)).isEqualTo(new StaleVersion(live.name()));
    assertThat(stored(live)).contains(deleted);
  }

  @Test
  void refusesAnUndeleteThatWasOvertaken() {
    Identity deleted = committed(person()::delete);
    Identity back = committed(deleted::undelete);

    assertThat(refused(deleted::undelete)).isEqualTo(new StaleVersion(deleted.name()));
    assertThat(stored(deleted)).contains(back);
  }

  @Test
  void refusesAChangeOfWhatWasNeverThere() {
    Identity unknown = fixtures().person(fixtures().occasion());

    assertThat(refused(unknown::delete)).isEqualTo(new StaleVersion(unknown.name()));
    assertThat(stored(unknown)).isEmpty();
    assertThat(eventsOf(unknown.name())).isEmpty();
  }

  @Test
  void writesNothingOfASetOfWhichOneChangeIsRefused() {
    Identity stale = person();
    Identity current = committed(IdentityChanges.rename(stale));
    Identity other = person();
    Occasion occasion = fixtures().occasion();
    Caller caller = fixtures().caller();
    RequestKey request = fixtures().request();
    Change<Identity> create = create(fixtures().details(), occasion);
    Change<Identity> rename = IdentityChanges.rename(other).apply(occasion);
    Change<Identity> refused = stale.delete(occasion);

    assertThat(refusal(journal().commit(set(occasion, caller, request, create, rename, refused))))
        .isEqualTo(new StaleVersion(stale.name()));

    assertThat(stored(create.after())).isEmpty();
    assertThat(stored(other)).contains(other);
    assertThat(stored(stale)).contains(current);
    assertThat(eventsBy(caller)).isZero();
    assertThat(answer(ports().requests().find(caller.actor(), request.requestId()))).isEmpty();
  }

  @Test
  void commitsIfWhatWasObservedIsStillTheSame() {
    Identity observed = person();
    Occasion occasion = fixtures().occasion();
    Change<Identity> create = create(fixtures().details(), occasion);

    answer(journal().commit(observing(set(occasion, create), observed, person())));

    assertThat(stored(create.after())).contains(create.after());
    assertThat(stored(observed)).contains(observed);
    assertThat(eventsOf(observed.name())).hasSize(1);
  }

  @Test
  void refusesASetIfWhatItObservedHasChanged() {
    Identity seen = person();
    committed(IdentityChanges.rename(seen));

    assertThat(refusedObserving(person(), seen)).isEqualTo(new StaleVersion(seen.name()));
  }

  @Test
  void refusesASetIfWhatItObservedIsDeleted() {
    Identity seen = person();
    Identity deleted = committed(seen::delete);
    Identity unknown = fixtures().person(fixtures().occasion());

    assertThat(refusedObserving(seen)).isEqualTo(new StaleVersion(seen.name()));
    assertThat(refusedObserving(deleted)).isEqualTo(new StaleVersion(seen.name()));
    assertThat(refusedObserving(unknown)).isEqualTo(new StaleVersion(unknown.name()));
  }

  @Test
  void rehearsesWithoutLeavingATrace() {
    Identity existing = person();
    Occasion occasion = fixtures().occasion();
    Caller caller = fixtures().caller();
    RequestKey request = fixtures().request();
    Change<Identity> create = create(fixtures().details(), occasion);
    Change<Identity> rename = IdentityChanges.rename(existing).apply(occasion);
    ChangeSet set = set(occasion, caller, request, create, rename);

    answer(journal().rehearse(set));

    assertThat(stored(create.after())).isEmpty();
    assertThat(stored(existing)).contains(existing);
    assertThat(eventsBy(caller)).isZero();
    assertThat(answer(ports().requests().find(caller.actor(), request.requestId()))).isEmpty();
    answer(journal().rehearse(set));
    answer(journal().commit(set));
    assertThat(stored(create.after())).contains(create.after());
    assertThat(stored(existing)).contains(rename.after());
  }

  @Test
  void refusesInARehearsalWhatACommitWouldRefuse() {
    Identity stale = person();
    committed(IdentityChanges.rename(stale));
    Occasion occasion = fixtures().occasion();

    assertThat(refusal(journal().rehearse(set(occasion, stale.delete(occasion)))))
        .isEqualTo(new StaleVersion(stale.name()));
    assertThat(refusal(journal().rehearse(set(occasion, create(person().details(), occasion)))))
        .isInstanceOfAny(EmailTaken.class, SlugTaken.class);
    assertThat(
            refusal(
                journal()
                    .rehearse(
                        observing(set(occasion, create(fixtures().details(), occasion)), stale))))
        .isEqualTo(new StaleVersion(stale.name()));
  }

  @Test
  void hasNothingToDoForAnEmptySet() {
    Caller caller = fixtures().caller();

    answer(journal().commit(set(fixtures().occasion(), caller, null)));
    answer(journal().rehearse(set(fixtures().occasion(), caller, null)));

    assertThat(eventsBy(caller)).isZero();
  }

  @Test
  void refusesASetOfTooManyChanges() {
    Occasion occasion = fixtures().occasion();
    List<Change<?>> changes = new ArrayList<>();
    for (int i = 0; i <= Journal.MAX_CHANGES; i++) {
      changes.add(Change.created(fixtures().service(occasion)));
    }
    ChangeSet set = set(occasion, changes.toArray(Change<?>[]::new));

    assertThat(refusal(journal().commit(set))).isEqualTo(new TooLarge(changes.size()));
    assertThat(refusal(journal().rehearse(set))).isEqualTo(new TooLarge(changes.size()));
    assertThat(eventsOf(changes.getFirst().after().name())).isEmpty();
  }

  private Failure refusedObserving(Identity... observed) {
    Occasion occasion = fixtures().occasion();
    Change<Identity> create = create(fixtures().details(), occasion);
    Failure failure = refusal(journal().commit(observing(set(occasion, create), observed)));
    assertThat(stored(create.after())).isEmpty();
    return failure;
  }

  private static ChangeSet observing(ChangeSet set, Audited... observed) {
    return new ChangeSet(
        set.id(),
        set.caller(),
        set.request(),
        set.time(),
        List.of(observed),
        set.changes(),
        set.recorded(),
        set.outcome());
  }

  private int eventsBy(Caller caller) {
    return eventsOf(new AuditEventQuery(null, caller.actor(), null, null, null, null, false))
        .size();
  }
}
