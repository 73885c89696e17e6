package io.denizen.application.shared;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.Fingerprint;
import io.denizen.domain.audit.JournalFailure.OutcomeErased;
import io.denizen.domain.audit.JournalFailure.RequestIdReused;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.RequestKey;
import io.denizen.domain.audit.Requests;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.StoreFailure;
import io.denizen.testkit.InMemoryDenizen;
import io.denizen.testkit.shared.Fixtures;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How a decision is taken to the journal, once, whatever is sent how often. */
final class ChangesTest {

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456789Z");

  private final InMemoryDenizen store = new InMemoryDenizen();
  private final Fixtures fixtures = new Fixtures(store.ids());
  private final AtomicInteger lookUps = new AtomicInteger();
  private final Changes changes = changes(NOW);
  private final Caller caller = fixtures.caller();
  private final Submission once = new Submission(caller, fixtures.request(), false);

  @Test
  void theFirstAttemptPaysForNoLookUp() {
    Identity created = answer(create(once, fixtures.details()));

    assertThat(answer(store.identities().byId(created.id()))).contains(created);
    assertThat(events(created)).hasSize(1);
    assertThat(lookUps).hasValue(0);
  }

  @Test
  void aRepeatIsAnsweredLikeTheFirstAttemptAndDoesNothing() {
    IdentityDetails details = fixtures.details();
    Identity created = answer(create(once, details));

    assertThat(answer(create(once, details))).isEqualTo(created);
    assertThat(events(created)).hasSize(1);
  }

  @Test
  void aRepeatIsAnsweredLikeTheFirstAttemptEvenAfterLaterChanges() {
    IdentityDetails details = fixtures.details();
    Identity created = answer(create(once, details));
    answer(rename(Submission.by(caller), created));
    Identity second = answer(store.identities().byId(created.id())).orElseThrow();
    answer(delete(Submission.by(caller), second));

    assertThat(answer(create(once, details))).isEqualTo(created);
    assertThat(events(created)).hasSize(3);
  }

  @Test
  void aRepeatedUpdateIsAnsweredThoughItsVersionIsStaleByNow() {
    Identity created = answer(create(Submission.by(caller), fixtures.details()));
    Identity renamed = answer(rename(once, created));

    assertThat(answer(rename(once, created))).isEqualTo(renamed);
    assertThat(refusal(rename(Submission.by(caller), created)))
        .isEqualTo(new StaleVersion(created.name()));
    assertThat(events(created)).hasSize(2);
  }

  @Test
  void aRequestThatChangedNothingIsRepeatedToo() {
    Identity created = answer(create(Submission.by(caller), fixtures.details()));
    assertThat(answer(keep(once, created))).isEqualTo(created);
    answer(rename(Submission.by(caller), created));

    assertThat(answer(keep(once, created))).isEqualTo(created);
    assertThat(events(created)).hasSize(2);
  }

  @Test
  void aRequestIdWithOtherContentIsRefused() {
    RequestKey key = fixtures.request();
    RequestKey reused = new RequestKey(key.requestId(), Fingerprint.of(new byte[] {1}));
    answer(create(new Submission(caller, key, false), fixtures.details()));
    IdentityDetails details = fixtures.details();

    assertThat(refusal(create(new Submission(caller, reused, false), details)))
        .isEqualTo(new RequestIdReused(key.requestId()));
    assertThat(refusal(create(new Submission(caller, reused, true), details)))
        .isEqualTo(new RequestIdReused(key.requestId()));
    assertThat(answer(store.identities().bySlug(Objects.requireNonNull(details.slug())))).isEmpty();
  }

  @Test
  void anotherActorMayUseTheSameRequestId() {
    Submission others = new Submission(fixtures.caller(), once.request(), false);
    Identity mine = answer(create(once, fixtures.details()));

    Identity theirs = answer(create(others, fixtures.details()));

    assertThat(theirs.id()).isNotEqualTo(mine.id());
  }

  @Test
  void aFailureWithoutRequestIdIsToldWithoutLookUp() {
    Identity created = answer(create(Submission.by(caller), fixtures.details()));

    assertThat(refusal(create(Submission.by(caller), created.details())))
        .isInstanceOf(IdentityFailure.EmailTaken.class);
    assertThat(lookUps).hasValue(0);
    assertThat(events(created)).hasSize(1);
  }

  @Test
  void aFailureOfARequestThatNeverWasCommittedIsToldAsItIs() {
    Identity created = answer(create(Submission.by(caller), fixtures.details()));

    assertThat(refusal(create(once, created.details())))
        .isInstanceOf(IdentityFailure.EmailTaken.class);
    assertThat(lookUps).hasValue(1);
    Identity other = answer(create(once, fixtures.details()));
    assertThat(events(other)).hasSize(1);
  }

  @Test
  void aRefusalWhileDecidingIsToldAsItIs() {
    IdentityDetails nameless = fixtures.bareDetails();

    assertThat(refusal(create(once, nameless))).isEqualTo(new IdentityFailure.EmailMissing());
    assertThat(refusal(create(Submission.by(caller), nameless)))
        .isEqualTo(new IdentityFailure.EmailMissing());
  }

  @Test
  void aStoreThatDoesNotAnswerIsNotAskedAgain() {
    store.setAvailable(false);

    assertThat(refusal(create(once, fixtures.details()))).isEqualTo(new StoreFailure.Unavailable());
    assertThat(lookUps).hasValue(0);

    store.setAvailable(true);
    assertThat(events(answer(create(once, fixtures.details())))).hasSize(1);
  }

  @Test
  void anOutcomeThatWasErasedIsNotMadeUp() {
    ResourceVersion never = new ResourceVersion(fixtures.person(fixtures.occasion()).name(), 1);
    CompletionStage<Identity> first =
        changes.once(
            once,
            occasion ->
                changes
                    .write(
                        once,
                        new ChangeSet(
                            occasion.changeSet(),
                            caller,
                            once.request(),
                            occasion.time(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(never)))
                    .thenApply(written -> fixtures.person(occasion)),
            outcome -> CompletableFuture.failedStage(new AssertionError("not a repeat")));
    answer(first);

    assertThat(refusal(create(once, fixtures.details()))).isEqualTo(new OutcomeErased(never));
  }

  @Test
  void whatIsOnlyValidatedIsAnsweredAsIfItWereDoneAndLeavesTheRequestIdFree() {
    IdentityDetails details = fixtures.details();
    Submission trial = new Submission(caller, once.request(), true);

    Identity asIf = answer(create(trial, details));

    assertThat(asIf.details()).isEqualTo(details);
    assertThat(answer(store.identities().byId(asIf.id()))).isEmpty();
    assertThat(events(asIf)).isEmpty();
    Identity created = answer(create(once, details));
    assertThat(events(created)).hasSize(1);
    assertThat(answer(create(trial, details))).isEqualTo(created);
  }

  @Test
  void everythingOfOneChangeCarriesOneTimeInWholeMicroseconds() {
    Identity created = answer(create(Submission.by(caller), fixtures.details()));

    Instant expected = Instant.parse("2026-03-04T05:06:07.123456Z");
    assertThat(created.lifecycle().createTime()).isEqualTo(expected);
    assertThat(created.lifecycle().updateTime()).isEqualTo(expected);
    assertThat(events(created).getFirst().occurTime()).isEqualTo(expected);
  }

  private CompletionStage<Identity> create(Submission submission, IdentityDetails details) {
    IdentityId id = fixtures.identityId();
    return changes.submit(
        submission,
        Identity::fromImage,
        occasion ->
            CompletableFuture.completedStage(
                Decision.of(Identity.create(id, IdentityKind.PERSON, details, occasion))));
  }

  private CompletionStage<Identity> rename(Submission submission, Identity seen) {
    return update(submission, seen, seen.details().withDisplayName(fixtures.displayName()));
  }

  private CompletionStage<Identity> keep(Submission submission, Identity seen) {
    return update(submission, seen, seen.details());
  }

  private CompletionStage<Identity> update(
      Submission submission, Identity seen, IdentityDetails details) {
    return changes.submit(
        submission,
        Identity::fromImage,
        occasion -> CompletableFuture.completedStage(seen.update(current -> details, occasion)));
  }

  private CompletionStage<Identity> delete(Submission submission, Identity seen) {
    return changes.submit(
        submission,
        Identity::fromImage,
        occasion -> CompletableFuture.completedStage(Decision.of(seen.delete(occasion))));
  }

  private List<AuditEvent> events(Identity identity) {
    AuditEventQuery query =
        new AuditEventQuery(identity.name(), null, null, null, null, null, false);
    return answer(store.auditEvents().list(query, PageRequest.first(10))).items();
  }

  private Changes changes(Instant now) {
    Requests counted =
        (actor, requestId) -> {
          lookUps.incrementAndGet();
          return store.requests().find(actor, requestId);
        };
    return new Changes(
        store.journal(),
        counted,
        store.auditEvents(),
        store.ids(),
        Clock.fixed(now, ZoneOffset.UTC));
  }
}
