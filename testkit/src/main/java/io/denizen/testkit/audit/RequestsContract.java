package io.denizen.testkit.audit;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.CommittedRequest;
import io.denizen.domain.audit.Fingerprint;
import io.denizen.domain.audit.JournalFailure.RepeatedRequest;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.RequestKey;
import io.denizen.domain.audit.Requests;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.shared.Occasion;
import io.denizen.testkit.identity.IdentityChanges;
import io.denizen.testkit.shared.PortContract;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link Requests} and the journal promise about requests that are sent again (AIP-155). */
public abstract class RequestsContract extends PortContract {

  @Test
  void knowsNothingOfARequestThatNobodySent() {
    assertThat(find(fixtures().caller(), fixtures().request())).isEmpty();
  }

  @Test
  void keepsFingerprintAndOutcomeOfACommittedRequest() {
    Caller caller = fixtures().caller();
    RequestKey request = fixtures().request();
    Occasion occasion = fixtures().occasion();
    List<ResourceVersion> outcome =
        List.of(
            ResourceVersion.of(fixtures().person(occasion)),
            new ResourceVersion(fixtures().person(occasion).name(), 17),
            ResourceVersion.of(fixtures().person(occasion)));

    answer(ports().journal().commit(with(creation(occasion, caller, request), outcome)));

    assertThat(find(caller, request))
        .contains(new CommittedRequest(request.fingerprint(), outcome));
  }

  @Test
  void refusesTheSameRequestASecondTime() {
    Caller caller = fixtures().caller();
    RequestKey request = fixtures().request();
    answer(ports().journal().commit(creation(fixtures().occasion(), caller, request)));
    Optional<CommittedRequest> first = find(caller, request);
    ChangeSet again = creation(fixtures().occasion(), caller, request);

    assertThat(refusal(ports().journal().commit(again)))
        .isEqualTo(new RepeatedRequest(request.requestId()));
    assertThat(refusal(ports().journal().rehearse(again)))
        .isEqualTo(new RepeatedRequest(request.requestId()));
    assertThat(eventsOf(again.changes().getFirst().after().name())).isEmpty();
    assertThat(find(caller, request)).isEqualTo(first);
  }

  @Test
  void refusesTheSameIdWithOtherContent() {
    Caller caller = fixtures().caller();
    RequestKey request = fixtures().request();
    answer(ports().journal().commit(creation(fixtures().occasion(), caller, request)));
    RequestKey other = new RequestKey(request.requestId(), Fingerprint.of(new byte[] {1}));

    assertThat(refusal(ports().journal().commit(creation(fixtures().occasion(), caller, other))))
        .isEqualTo(new RepeatedRequest(request.requestId()));
    assertThat(find(caller, request).map(CommittedRequest::fingerprint))
        .contains(request.fingerprint());
  }

  @Test
  void tellsARepeatBeforeAnythingElseThatIsWrongWithIt() {
    Caller caller = fixtures().caller();
    RequestKey request = fixtures().request();
    ChangeSet creation = creation(fixtures().occasion(), caller, request);
    answer(ports().journal().commit(creation));
    Identity created = (Identity) creation.changes().getFirst().after();
    committed(IdentityChanges.rename(created));
    Occasion occasion = fixtures().occasion();
    Change<Identity> emailTaken = Change.created(fixtures().person(created.details(), occasion));
    Change<Identity> stale = created.delete(occasion);

    for (Change<Identity> change : List.of(emailTaken, stale)) {
      assertThat(refusal(ports().journal().commit(set(occasion, caller, request, change))))
          .isEqualTo(new RepeatedRequest(request.requestId()));
    }
  }

  @Test
  void keepsTheRequestsOfOneActorFromThoseOfAnother() {
    Caller one = fixtures().caller();
    Caller other = fixtures().caller();
    RequestKey request = fixtures().request();
    answer(ports().journal().commit(creation(fixtures().occasion(), one, request)));

    assertThat(find(other, request)).isEmpty();
    answer(ports().journal().commit(creation(fixtures().occasion(), other, request)));
    assertThat(find(other, request)).isPresent().isNotEqualTo(find(one, request));
  }

  @Test
  void leavesTheIdOfARefusedRequestFree() {
    Identity stale = committed(occasion -> Change.created(fixtures().person(occasion)));
    committed(IdentityChanges.rename(stale));
    Caller caller = fixtures().caller();
    RequestKey request = fixtures().request();
    Occasion occasion = fixtures().occasion();

    assertThat(
            refusal(
                ports().journal().commit(set(occasion, caller, request, stale.delete(occasion)))))
        .isEqualTo(new StaleVersion(stale.name()));
    assertThat(find(caller, request)).isEmpty();
    answer(ports().journal().commit(creation(fixtures().occasion(), caller, request)));
    assertThat(find(caller, request)).isPresent();
  }

  @Test
  void remembersARequestThatChangedNothing() {
    Identity asItIs = committed(occasion -> Change.created(fixtures().person(occasion)));
    Caller caller = fixtures().caller();
    RequestKey request = fixtures().request();
    List<ResourceVersion> outcome = List.of(ResourceVersion.of(asItIs));

    answer(ports().journal().commit(with(set(fixtures().occasion(), caller, request), outcome)));

    assertThat(find(caller, request))
        .contains(new CommittedRequest(request.fingerprint(), outcome));
    assertThat(eventsOf(asItIs.name())).hasSize(1);
    assertThat(
            refusal(
                ports()
                    .journal()
                    .commit(with(set(fixtures().occasion(), caller, request), outcome))))
        .isEqualTo(new RepeatedRequest(request.requestId()));
  }

  private ChangeSet creation(Occasion occasion, Caller caller, RequestKey request) {
    return set(occasion, caller, request, Change.created(fixtures().person(occasion)));
  }

  private static ChangeSet with(ChangeSet set, List<ResourceVersion> outcome) {
    return new ChangeSet(
        set.id(),
        set.caller(),
        set.request(),
        set.time(),
        set.observed(),
        set.changes(),
        set.recorded(),
        outcome);
  }

  private Optional<CommittedRequest> find(Caller caller, RequestKey request) {
    UUID requestId = request.requestId();
    return answer(ports().requests().find(caller.actor(), requestId));
  }
}
