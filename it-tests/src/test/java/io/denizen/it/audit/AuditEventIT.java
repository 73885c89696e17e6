package io.denizen.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.audit.v1.AuditEvent;
import io.denizen.audit.v1.GetAuditEventRequest;
import io.denizen.audit.v1.ListAuditEventsRequest;
import io.denizen.identity.v1.CreateIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events are found by what they say, and say where the request came from. */
@EndToEnd
class AuditEventIT {

  private final String actor = "services/" + Some.handle();
  private final Caller caller;

  AuditEventIT(TestDenizen denizen) {
    this.caller = denizen.as(actor);
  }

  @Test
  void eventsAreFoundByWhoWhatAndWhen() {
    Identity first = Some.person(caller);
    String between = instant(first);
    Identity second = Some.person(caller);

    String mine = "actor = \"" + actor + "\"";
    assertThat(resources(mine)).containsExactly(second.getName(), first.getName());
    assertThat(resources(mine + " AND action = \"identity.created\"")).hasSize(2);
    assertThat(resources(mine + " AND action = \"identity.deleted\"")).isEmpty();
    assertThat(resources(mine + " AND occur_time > \"" + between + "\""))
        .containsExactly(second.getName());
    assertThat(resources(mine + " AND occur_time <= \"" + between + "\""))
        .containsExactly(first.getName());
    assertThat(resources(mine + " AND resource = \"" + first.getName() + "\""))
        .containsExactly(first.getName());
  }

  @Test
  void anEventSaysWhereTheRequestCameFrom() {
    String requestId = Some.requestId();
    Identity identity =
        caller
            .identities()
            .createIdentity(
                CreateIdentityRequest.newBuilder()
                    .setIdentity(Some.person())
                    .setRequestId(requestId)
                    .build());

    AuditEvent event = events("resource = \"" + identity.getName() + "\"").getFirst();

    assertThat(event.getActor()).isEqualTo(actor);
    assertThat(event.getRequestId()).isEqualTo(requestId);
    assertThat(event.getIpAddress()).isEqualTo("127.0.0.1");
    assertThat(event.getUserAgent()).startsWith("grpc-java");
    assertThat(event.getOccurTime()).isEqualTo(identity.getCreateTime());
    assertThat(
            caller
                .audit()
                .getAuditEvent(GetAuditEventRequest.newBuilder().setName(event.getName()).build()))
        .isEqualTo(event);
  }

  private List<String> resources(String filter) {
    return events(filter).stream().map(AuditEvent::getResource).toList();
  }

  private List<AuditEvent> events(String filter) {
    return new ArrayList<>(
        caller
            .audit()
            .listAuditEvents(ListAuditEventsRequest.newBuilder().setFilter(filter).build())
            .getAuditEventsList());
  }

  private static String instant(Identity identity) {
    return Instant.ofEpochSecond(
            identity.getCreateTime().getSeconds(), identity.getCreateTime().getNanos())
        .toString();
  }
}
