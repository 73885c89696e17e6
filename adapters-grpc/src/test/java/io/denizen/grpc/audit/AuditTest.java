package io.denizen.grpc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import com.google.protobuf.util.Timestamps;
import io.denizen.audit.v1.AuditEvent;
import io.denizen.audit.v1.AuditServiceGrpc;
import io.denizen.audit.v1.AuditServiceGrpc.AuditServiceBlockingStub;
import io.denizen.audit.v1.GetAuditEventRequest;
import io.denizen.audit.v1.ListAuditEventsRequest;
import io.denizen.audit.v1.RecordAuditEventsRequest;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.UpdateIdentityRequest;
import io.denizen.membership.v1.Application;
import io.grpc.Status.Code;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AuditTest extends GrpcTest {

  private final AuditServiceBlockingStub audit =
      AuditServiceGrpc.newBlockingStub(denizen.channel());

  @Test
  void aChangeOfOursIsFoundWithWhatWasBeforeAndAfter() {
    Identity created = create(person());
    Identity updated =
        identities.updateIdentity(
            UpdateIdentityRequest.newBuilder()
                .setIdentity(created.toBuilder().setDisplayName("Someone else"))
                .build());

    List<AuditEvent> events = list("resource = \"" + created.getName() + "\"", "");

    assertThat(events)
        .extracting(AuditEvent::getAction)
        .containsExactly("identity.updated", "identity.created");
    AuditEvent update = events.getFirst();
    assertThat(update.getResourceVersion()).isEqualTo(2);
    assertThat(update.getOccurTime()).isEqualTo(updated.getUpdateTime());
    assertThat(text(update.getBefore(), "display_name")).isEqualTo(created.getDisplayName());
    assertThat(text(update.getAfter(), "display_name")).isEqualTo("Someone else");
    assertThat(events.getLast().hasBefore()).isFalse();
    assertThat(get(update.getName())).isEqualTo(update);
  }

  @Test
  void eventsOfOthersAreRecordedTogetherInTheirOrder() {
    Application application = create(application());
    Timestamp longAgo = Timestamp.newBuilder().setSeconds(1).setNanos(1_000).build();
    AuditEvent first =
        payment("payment.created").toBuilder()
            .setActor("services/shop")
            .setApplication(application.getName())
            .setIpAddress("2001:db8::7")
            .setUserAgent("shop/1.0")
            .setOccurTime(longAgo)
            .setAfter(
                Struct.newBuilder()
                    .putFields("amount", Value.newBuilder().setNumberValue(12.5).build()))
            .build();

    List<AuditEvent> recorded = record(first, payment("payment.refunded"));

    assertThat(recorded).extracting(AuditEvent::getSequence).isSorted().doesNotContain(0L);
    assertThat(list("resource = \"payments/42\"", "create_time"))
        .extracting(AuditEvent::getName)
        .containsExactly(recorded.get(0).getName(), recorded.get(1).getName());
    AuditEvent kept = get(recorded.getFirst().getName());
    assertThat(kept.toBuilder().clearName().clearSequence().clearCreateTime().build())
        .isEqualTo(first);
    assertThat(get(recorded.getLast().getName()).getActor()).isEqualTo("anonymous");
  }

  @Test
  void aListIsNarrowedByActorActionApplicationAndTime() {
    Application application = create(application());
    AuditEvent.Builder event = payment("payment.created").toBuilder().setActor("services/shop");
    List<AuditEvent> events =
        record(
            event.setOccurTime(Timestamp.newBuilder().setSeconds(100)).build(),
            event
                .setOccurTime(Timestamp.newBuilder().setSeconds(200))
                .setApplication(application.getName())
                .setAction("payment.refunded")
                .build());
    String first = events.get(0).getName();
    String second = events.get(1).getName();

    assertThat(names("actor = \"services/shop\"")).containsExactly(second, first);
    assertThat(names("action = payment.refunded")).containsExactly(second);
    assertThat(names("application = \"" + application.getName() + "\" AND actor = services/shop"))
        .containsExactly(second);
    String instant = Timestamps.toString(Timestamp.newBuilder().setSeconds(200).build());
    assertThat(names("occur_time >= \"" + instant + "\" AND actor = services/shop"))
        .containsExactly(second);
    assertThat(names("occur_time > \"" + instant + "\" AND actor = services/shop")).isEmpty();
    assertThat(names("occur_time < \"" + instant + "\"")).containsExactly(first);
    assertThat(names("occur_time <= \"" + instant + "\"")).containsExactly(second, first);
  }

  @Test
  void aTimeIsOfRfc3339() {
    for (String time :
        List.of(
            "yesterday",
            "2026-01-01",
            "2026-01-01T00:00:00",
            "2026-01-01T00:00:00+aa:bb",
            "2026-01-01T00:00:00+99",
            "2026-13-41T25:61:61Z",
            "99999-01-01T00:00:00Z",
            "2026-01-01T00:00:00.1234567890123Z",
            "Z",
            "T",
            "-")) {
      denizen.refused(() -> list("occur_time > \"" + time + "\"", "")).isInvalid("filter");
    }
    denizen
        .refused(
            () ->
                list(
                    "occur_time > 2026-01-01T00:00:00Z AND occur_time >= 2026-01-01T00:00:00Z", ""))
        .isInvalid("filter");
  }

  @Test
  void everyFieldAtFaultOfEveryEventIsNamed() {
    AuditEvent wrong =
        AuditEvent.newBuilder()
            .setActor("two words")
            .setAction("identity.created")
            .setResource("\u202E")
            .setApplication("nowhere")
            .setIpAddress("300.0.0.1")
            .setUserAgent("\n")
            .setOccurTime(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))
            .setBefore(
                Struct.newBuilder()
                    .putFields("n", Value.newBuilder().setNumberValue(Double.NaN).build()))
            .setAfter(
                Struct.newBuilder()
                    .putFields("\u0000", Value.newBuilder().setBoolValue(true).build()))
            .build();

    denizen
        .refused(() -> record(payment("payment.created"), wrong, AuditEvent.getDefaultInstance()))
        .isInvalid(
            "audit_events[1].actor",
            "audit_events[1].action",
            "audit_events[1].resource",
            "audit_events[1].application",
            "audit_events[1].ip_address",
            "audit_events[1].user_agent",
            "audit_events[1].occur_time",
            "audit_events[1].before",
            "audit_events[1].after",
            "audit_events[2].action",
            "audit_events[2].resource");
  }

  @Test
  void oneToAThousandEventsAreRecordedAtOnce() {
    AuditEvent event = payment("payment.created");

    denizen.refused(() -> record()).isInvalid("audit_events");
    denizen
        .refused(() -> record(Collections.nCopies(1_001, event).toArray(new AuditEvent[0])))
        .isInvalid("audit_events");
    assertThat(record(Collections.nCopies(1_000, event).toArray(new AuditEvent[0]))).hasSize(1_000);
  }

  @Test
  void aRepeatedRequestRecordsNothingAndOneOnlyValidatedNeither() {
    RecordAuditEventsRequest request =
        RecordAuditEventsRequest.newBuilder()
            .addAuditEvents(payment("payment.created"))
            .setRequestId(requestId())
            .build();
    List<AuditEvent> first = audit.recordAuditEvents(request).getAuditEventsList();

    assertThat(denizen.unaudited(() -> audit.recordAuditEvents(request)).getAuditEventsList())
        .isEqualTo(first);
    denizen
        .refused(
            () ->
                audit.recordAuditEvents(
                    request.toBuilder().addAuditEvents(payment("payment.created")).build()))
        .is(Code.INVALID_ARGUMENT, "REQUEST_ID_REUSED");
    denizen.unaudited(
        () ->
            audit.recordAuditEvents(
                request.toBuilder().clearRequestId().setValidateOnly(true).build()));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    denizen
        .refused(() -> get("auditEvents/" + NOBODY))
        .is(Code.NOT_FOUND, "AUDIT_EVENT_NOT_FOUND")
        .of("auditEvents/" + NOBODY);
    denizen.refused(() -> get("identities/" + NOBODY)).isInvalid("name");
    denizen.refused(() -> get("")).isInvalid("name");
  }

  private static AuditEvent payment(String action) {
    return AuditEvent.newBuilder().setAction(action).setResource("payments/42").build();
  }

  private static String text(Struct struct, String field) {
    return struct.getFieldsOrThrow(field).getStringValue();
  }

  private List<AuditEvent> record(AuditEvent... events) {
    return audit
        .recordAuditEvents(
            RecordAuditEventsRequest.newBuilder().addAllAuditEvents(List.of(events)).build())
        .getAuditEventsList();
  }

  private AuditEvent get(String name) {
    return audit.getAuditEvent(GetAuditEventRequest.newBuilder().setName(name).build());
  }

  private List<String> names(String filter) {
    return list(filter, "").stream().map(AuditEvent::getName).toList();
  }

  private List<AuditEvent> list(String filter, String orderBy) {
    return audit
        .listAuditEvents(
            ListAuditEventsRequest.newBuilder().setFilter(filter).setOrderBy(orderBy).build())
        .getAuditEventsList();
  }
}
