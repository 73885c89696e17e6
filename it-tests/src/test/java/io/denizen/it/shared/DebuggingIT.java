package io.denizen.it.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.audit.v1.RecordAuditEventsRequest;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Reflection;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.TestDenizen;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.grpc.channelz.v1.ChannelzGrpc;
import io.grpc.channelz.v1.GetServersRequest;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every gRPC tool finds at the same port, and how much the port takes. */
@EndToEnd
class DebuggingIT {
  private static final int LIMIT = 4 << 20;

  private final TestDenizen denizen;

  DebuggingIT(TestDenizen denizen) {
    this.denizen = denizen;
  }

  @Test
  void reflectionListsEveryService() {
    List<String> services = Reflection.services(denizen.caller().channel());

    assertThat(services).contains("grpc.health.v1.Health", "grpc.channelz.v1.Channelz");
    // So that tests of all methods leave out no service.
    assertThat(services)
        .filteredOn(name -> name.startsWith("denizen."))
        .containsExactlyInAnyOrderElementsOf(
            Api.services().map(ServiceDescriptor::getName).toList());
  }

  @Test
  void channelzTellsOfTheServer() {
    assertThat(
            ChannelzGrpc.newBlockingStub(denizen.caller().channel())
                .getServers(GetServersRequest.getDefaultInstance())
                .getServerList())
        .anyMatch(server -> server.getData().getCallsStarted() > 0);
  }

  @Test
  void everyServiceIsHealthyWhileTheDatabaseAnswers() {
    for (String service : List.of("", "denizen.audit.v1.AuditService")) {
      assertThat(
              HealthGrpc.newBlockingStub(denizen.caller().channel())
                  .check(HealthCheckRequest.newBuilder().setService(service).build())
                  .getStatus())
          .isEqualTo(ServingStatus.SERVING);
    }
  }

  @Test
  void aMessageOverTheLimitIsRefused() {
    RecordAuditEventsRequest.Builder request = RecordAuditEventsRequest.newBuilder();
    request.addAuditEventsBuilder().setResource("x".repeat(LIMIT));

    Refusal refusal = Refusal.of(() -> denizen.caller().audit().recordAuditEvents(request.build()));

    assertThat(refusal.code()).isIn(Status.Code.RESOURCE_EXHAUSTED, Status.Code.INVALID_ARGUMENT);
    assertThat(refusal.message()).as("why").contains("4");
  }
}
