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
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityFailure.EmailTaken;
import io.denizen.domain.identity.IdentityFailure.SlugTaken;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Occasion;
import io.denizen.testkit.identity.IdentityChanges;
import io.denizen.testkit.shared.PortContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What {@link Journal} promises about what is written and what is refused. Its sibling contracts
 * are about the audit trail, repeated requests, and many writers at once; the rules between parents
 * and children are with the memberships.
 */
public abstract class JournalContract extends PortContract {

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
  void refusesAnEmailThatIsTakenWhateverItsCase() {
    EmailAddress email = fixtures().email();
    Identity holder = person(fixtures().details().withEmail(email));
    Identity other = person();
    IdentityDetails same =
        fixtures().details().withEmail(new EmailAddress(email.value().toUpperCase(Locale.ROOT)));

    assertThat(refused(occasion -> create(same, occasion))).isEqualTo(new EmailTaken());
    assertThat(refused(IdentityChanges.edit(other, details -> details.withEmail(email))))
        .isEqualTo(new EmailTaken());
    assertThat(stored(holder)).contains(holder);
    assertThat(stored(other)).contains(other);
  }

  @Test
  void refusesASlugThatIsTaken() {
    Identity holder = person();
    Identity other = person();
    IdentityDetails same = fixtures().details().withSlug(holder.details().slug());

    assertThat(refused(occasion -> create(same, occasion))).isEqualTo(new SlugTaken());
    assertThat(
            refused(
                IdentityChanges.edit(other, details -> details.withSlug(holder.details().slug()))))
        .isEqualTo(new SlugTaken());
  }

  @Test
  void letsAnIdentityKeepItsOwnEmailInAnotherCase() {
    Identity person = person();
    EmailAddress shouted =
        new EmailAddress(IdentityChanges.email(person).value().toUpperCase(Locale.ROOT));
    Identity edited =
        committed(IdentityChanges.edit(person, details -> details.withEmail(shouted)));

    assertThat(stored(person)).contains(edited);
  }

  @Test
  void freesEmailAndSlugWithADeleteAndRefusesTheUndeleteIfTheyWereTakenMeanwhile() {
    Identity gone = person();
    Identity deleted = committed(gone::delete);
    Identity heir = person(gone.details());

    assertThat(refused(deleted::undelete)).isInstanceOfAny(EmailTaken.class, SlugTaken.class);
    assertThat(stored(gone)).contains(deleted);
    Identity moved = committed(IdentityChanges.edit(heir, old -> fixtures().details()));
    Identity back = committed(deleted::undelete);
    assertThat(stored(gone)).contains(back);
    assertThat(stored(heir)).contains(moved);
  }

  @Test
  void freesTheEmailThatAnUpdateGaveUp() {
    Identity person = person();
    committed(IdentityChanges.edit(person, old -> fixtures().details()));

    Identity heir = person(person.details());

    assertThat(stored(heir)).contains(heir);
  }

  @Test
  void seesAConflictWithinOneSet() {
    IdentityDetails details = fixtures().details();
    Occasion occasion = fixtures().occasion();
    Change<Identity> one = create(details, occasion);
    Change<Identity> two = create(details.withSlug(fixtures().slug()), occasion);

    assertThat(refusal(journal().commit(set(occasion, one, two)))).isEqualTo(new EmailTaken());
    assertThat(stored(one.after())).isEmpty();
    assertThat(stored(two.after())).isEmpty();
  }

  @Test
  void handsAnEmailOnWithinOneSet() {
    Identity old = person();
    Occasion occasion = fixtures().occasion();
    Change<Identity> delete = old.delete(occasion);
    Change<Identity> create = create(old.details(), occasion);

    answer(journal().commit(set(occasion, delete, create)));

    assertThat(stored(old)).contains(delete.after());
    assertThat(stored(create.after())).contains(create.after());
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

  private Failure refused(Function<Occasion, ? extends Change<?>> decide) {
    Occasion occasion = fixtures().occasion();
    return refusal(journal().commit(set(occasion, decide.apply(occasion))));
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

  private Optional<Identity> stored(Identity identity) {
    return answer(ports().identities().byIdIncludingDeleted(identity.id()));
  }

  private int eventsBy(Caller caller) {
    return eventsOf(new AuditEventQuery(null, caller.actor(), null, null, null, null, false))
        .size();
  }

  private Journal journal() {
    return ports().journal();
  }

  private Identity person() {
    return person(fixtures().details());
  }

  private Identity person(IdentityDetails details) {
    return committed(occasion -> create(details, occasion));
  }

  private Change<Identity> create(IdentityDetails details, Occasion occasion) {
    return Identity.create(fixtures().identityId(), IdentityKind.PERSON, details, occasion);
  }
}
