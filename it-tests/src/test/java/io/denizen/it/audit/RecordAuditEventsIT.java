package io.denizen.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.audit.v1.AuditEvent;
import io.denizen.audit.v1.RecordAuditEventsRequest;
import io.denizen.audit.v1.RecordAuditEventsResponse;
import io.denizen.it.harness.AtOnce;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Other services record their events: all of a call, or none. */
@EndToEnd
class RecordAuditEventsIT {
  private static final int MOST = 1_000;

  private final TestDenizen denizen;

  RecordAuditEventsIT(TestDenizen denizen) {
    this.denizen = denizen;
  }

  @Test
  void asManyAsAllowedAreRecordedNextToEachOtherInTheirOrder() {
    RecordAuditEventsRequest request = payments(MOST).build();

    List<AuditEvent> recorded = record(request).getAuditEventsList();

    assertThat(recorded).hasSize(MOST);
    assertThat(recorded.stream().map(AuditEvent::getResource))
        .containsExactlyElementsOf(
            request.getAuditEventsList().stream().map(AuditEvent::getResource).toList());
    assertThat(recorded.stream().map(AuditEvent::getSequence)).isSorted().doesNotHaveDuplicates();
    assertThat(
            denizen
                .sql()
                .number(
                    "SELECT count(DISTINCT xid) FROM denizen.audit_events WHERE resource = ANY(?)",
                    (Object) recorded.stream().map(AuditEvent::getResource).toArray(String[]::new)))
        .isEqualTo(1);
  }

  @Test
  void oneMoreThanAllowedIsRefusedAndNothingIsRecorded() {
    Map<String, Long> before = denizen.sql().rowCounts();

    Refusal refusal = Refusal.of(() -> record(payments(MOST + 1).build()));

    assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(refusal.fields()).containsExactly("audit_events");
    assertThat(denizen.sql().rowCounts()).isEqualTo(before);
  }

  @Test
  void oneBadEventKeepsAllFromBeingRecorded() {
    Map<String, Long> before = denizen.sql().rowCounts();
    RecordAuditEventsRequest.Builder request = payments(MOST);
    request.getAuditEventsBuilder(617).setAction("identity.created");

    Refusal refusal = Refusal.of(() -> record(request.build()));

    assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(refusal.fields()).allMatch(field -> field.contains("617"));
    assertThat(denizen.sql().rowCounts()).isEqualTo(before);
  }

  @Test
  void oneRequestSentManyTimesAtOnceRecordsOnceAndIsAnsweredAlike() {
    RecordAuditEventsRequest request = payments(3).setRequestId(Some.requestId()).build();
    long before = denizen.sql().number("SELECT count(*) FROM denizen.audit_events");

    AtOnce<RecordAuditEventsResponse> answers = AtOnce.run(64, i -> record(request));

    assertThat(answers.outcomes()).isEqualTo(Map.of("OK", 64));
    assertThat(Set.copyOf(answers.answers())).hasSize(1);
    assertThat(denizen.sql().number("SELECT count(*) FROM denizen.audit_events") - before)
        .isEqualTo(3);
  }

  private RecordAuditEventsResponse record(RecordAuditEventsRequest request) {
    return denizen.caller().audit().recordAuditEvents(request);
  }

  private static RecordAuditEventsRequest.Builder payments(int count) {
    String till = Some.handle();
    RecordAuditEventsRequest.Builder request = RecordAuditEventsRequest.newBuilder();
    IntStream.range(0, count)
        .mapToObj(i -> "payments/%s-%d".formatted(till, i))
        .forEach(
            payment ->
                request.addAuditEventsBuilder().setAction("payment.created").setResource(payment));
    return request;
  }
}
