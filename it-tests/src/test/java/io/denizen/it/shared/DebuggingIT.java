package io.denizen.it.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.audit.v1.RecordAuditEventsRequest;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.TestDenizen;
import io.grpc.Status;
import io.grpc.channelz.v1.ChannelzGrpc;
import io.grpc.channelz.v1.GetServersRequest;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
  void reflectionListsEveryService() throws Exception {
    CompletableFuture<ServerReflectionResponse> listed = new CompletableFuture<>();
    StreamObserver<ServerReflectionRequest> asking =
        ServerReflectionGrpc.newStub(denizen.caller().channel())
            .serverReflectionInfo(new First<>(listed));
    asking.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());

    List<String> services =
        listed.get(10, TimeUnit.SECONDS).getListServicesResponse().getServiceList().stream()
            .map(ServiceResponse::getName)
            .toList();

    asking.onCompleted();
    assertThat(services)
        .contains(
            "denizen.identity.v1.IdentityService",
            "denizen.membership.v1.ApplicationService",
            "denizen.membership.v1.TeamService",
            "denizen.membership.v1.MembershipService",
            "denizen.audit.v1.AuditService",
            "grpc.health.v1.Health",
            "grpc.channelz.v1.Channelz");
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

  /** Takes the first answer of a stream. */
  private record First<T>(CompletableFuture<T> answer) implements StreamObserver<T> {
    @Override
    public void onNext(T value) {
      answer.complete(value);
    }

    @Override
    public void onError(Throwable failure) {
      answer.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
      answer.cancel(false);
    }
  }
}
