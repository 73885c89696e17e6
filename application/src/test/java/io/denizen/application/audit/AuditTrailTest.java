package io.denizen.application.audit;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.House;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Action;
import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.AuditEventId;
import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.audit.AuditFailure;
import io.denizen.domain.audit.Fingerprint;
import io.denizen.domain.audit.JournalFailure;
import io.denizen.domain.audit.RecordedEvent;
import io.denizen.domain.audit.RequestKey;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.PageRequest;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

  private final House house = new House();
  private final AuditTrail trail = house.auditTrail;

  private RecordedEvent event() {
    return new RecordedEvent(
        null,
        new Action("payment.created"),
        house.fixtures.foreignResource(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private List<RecordedEvent> events(int size) {
    return IntStream.range(0, size).mapToObj(number -> event()).toList();
  }

  private List<AuditEvent> all() {
    AuditEventQuery query = new AuditEventQuery(null, null, null, null, null, null, false);
    return answer(trail.list(house.caller, query, PageRequest.first(1_000))).items();
  }

  @Test
  void recordedEventsAreAnsweredAsTheyAreKeptInTheOrderGiven() {
    List<RecordedEvent> given = events(20);

    List<AuditEvent> kept = answer(trail.record(house.submission, given));

    assertThat(kept)
        .extracting(AuditEvent::resource)
        .containsExactlyElementsOf(given.stream().map(RecordedEvent::resource).toList());
    assertThat(kept).extracting(AuditEvent::sequence).doesNotContainNull().isSorted();
    assertThat(kept).extracting(AuditEvent::actor).containsOnly(house.caller.actor());
    assertThat(kept).isEqualTo(all());
    assertThat(answer(trail.get(house.caller, kept.getFirst().id()))).isEqualTo(kept.getFirst());
  }

  @Test
  void aRepeatedRequestRecordsNothingAndIsAnsweredTheSame() {
    Submission submission = new Submission(house.caller, house.fixtures.request(), false);
    List<RecordedEvent> given = events(3);

    List<AuditEvent> first = answer(trail.record(submission, given));
    List<AuditEvent> again = answer(trail.record(submission, given));

    assertThat(again).isEqualTo(first);
    assertThat(all()).hasSize(3);
  }

  @Test
  void aRequestIdThatWasUsedForOtherEventsIsRefused() {
    RequestKey key = house.fixtures.request();
    RequestKey other = new RequestKey(key.requestId(), Fingerprint.of(new byte[] {1}));
    answer(trail.record(new Submission(house.caller, key, false), events(1)));

    assertThat(refusal(trail.record(new Submission(house.caller, other, false), events(1))))
        .isEqualTo(new JournalFailure.RequestIdReused(key.requestId()));
    assertThat(all()).hasSize(1);
  }

  @Test
  void whatIsOnlyValidatedIsAnsweredAndNotKept() {
    List<AuditEvent> answered =
        answer(trail.record(new Submission(house.caller, null, true), events(2)));

    assertThat(answered).hasSize(2).extracting(AuditEvent::sequence).containsOnlyNulls();
    assertThat(all()).isEmpty();
  }

  @Test
  void oneToAThousandAreRecordedTogether() {
    assertThat(answer(trail.record(house.submission, Collections.nCopies(1_000, event()))))
        .hasSize(1_000);
    assertThat(refusal(trail.record(house.submission, List.of()))).isInstanceOf(InvalidValue.class);
    assertThat(refusal(trail.record(house.submission, Collections.nCopies(1_001, event()))))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void anEventThatIsNotThereIsNotFound() {
    AuditEventId id = new AuditEventId(house.store.ids().next());

    assertThat(refusal(trail.get(house.caller, id))).isEqualTo(new AuditFailure.NotFound(id));
  }
}
