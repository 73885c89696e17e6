package io.denizen.server.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.common.util.concurrent.ListenableFuture;
import io.denizen.grpc.GrpcEndpoints;
import io.denizen.server.Ports;
import io.denizen.server.StartFailure;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndpointTest {
  private static final MethodDescriptor<HealthCheckRequest, HealthCheckResponse> SLOW =
      MethodDescriptor.<HealthCheckRequest, HealthCheckResponse>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName("test.Service/Slow")
          .setRequestMarshaller(ProtoUtils.marshaller(HealthCheckRequest.getDefaultInstance()))
          .setResponseMarshaller(ProtoUtils.marshaller(HealthCheckResponse.getDefaultInstance()))
          .build();

  /** More than a slow machine needs for what ends by itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final AtomicBoolean databaseAnswers = new AtomicBoolean(true);
  private final CountDownLatch called = new CountDownLatch(1);
  private final CompletableFuture<HealthCheckResponse> answer = new CompletableFuture<>();
  private final Endpoint endpoint = open(ListenAddress.of("127.0.0.1", Ports.free()), PATIENCE);
  private final ManagedChannel channel =
      NettyChannelBuilder.forAddress(endpoint.address()).usePlaintext().build();

  @AfterEach
  void close() {
    answer.complete(HealthCheckResponse.getDefaultInstance());
    endpoint.close();
    channel.shutdownNow();
  }

  @Test
  void isHealthyWhileTheDatabaseAnswers() {
    assertThat(health("")).isEqualTo(ServingStatus.SERVING);
    assertThat(health("test.Service")).isEqualTo(ServingStatus.SERVING);

    databaseAnswers.set(false);
    await().atMost(PATIENCE).until(() -> health("").equals(ServingStatus.NOT_SERVING));
    assertThat(health("test.Service")).isEqualTo(ServingStatus.NOT_SERVING);

    databaseAnswers.set(true);
    await().atMost(PATIENCE).until(() -> health("").equals(ServingStatus.SERVING));
  }

  @Test
  void letsRunningCallsFinishWhileItRefusesNewOnesAndTellsWatchers() throws Exception {
    List<ServingStatus> watched = watch();
    ListenableFuture<HealthCheckResponse> running = callSlow(channel);

    CompletableFuture<Void> closing = CompletableFuture.runAsync(endpoint::close);

    await().atMost(PATIENCE).until(() -> watched.contains(ServingStatus.NOT_SERVING));
    assertThatThrownBy(() -> health(""))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE));
    assertThat(closing).isNotDone();
    HealthCheckResponse response =
        HealthCheckResponse.newBuilder().setStatus(ServingStatus.SERVING).build();
    answer.complete(response);
    assertThat(running.get(30, TimeUnit.SECONDS)).isEqualTo(response);
    // The watch never ends by itself; the drain does not wait out its grace for it.
    assertThat(closing).succeedsWithin(Duration.ofSeconds(30));
  }

  @Test
  void cutsWhatOutlastsTheGrace() throws Exception {
    Endpoint impatient = open(ListenAddress.of("127.0.0.1", Ports.free()), Duration.ofSeconds(1));
    ManagedChannel toImpatient =
        NettyChannelBuilder.forAddress(impatient.address()).usePlaintext().build();
    try {
      ListenableFuture<HealthCheckResponse> running = callSlow(toImpatient);

      impatient.close();

      assertThatThrownBy(() -> running.get(30, TimeUnit.SECONDS))
          .hasCauseInstanceOf(StatusRuntimeException.class);
    } finally {
      toImpatient.shutdownNow();
    }
  }

  @Test
  void cutsMessagesFarTooLargeAtTheTransport() {
    HealthCheckRequest large =
        HealthCheckRequest.newBuilder()
            .setService("x".repeat(GrpcEndpoints.MAX_INBOUND_MESSAGE_SIZE))
            .build();
    assertThatThrownBy(() -> HealthGrpc.newBlockingStub(channel).check(large))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED));
  }

  @Test
  void saysThatItsPortIsTaken() {
    ListenAddress taken = ListenAddress.of("127.0.0.1", endpoint.address().getPort());
    assertThatThrownBy(() -> open(taken, PATIENCE))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("cannot listen on 127.0.0.1:" + endpoint.address().getPort())
        .hasMessageContaining("--port");
  }

  private Endpoint open(ListenAddress address, Duration grace) {
    ServerServiceDefinition service =
        ServerServiceDefinition.builder("test.Service")
            .addMethod(SLOW, ServerCalls.asyncUnaryCall(this::slow))
            .build();
    return Endpoint.open(address, List.of(service), server -> {}, databaseAnswers::get, grace);
  }

  private void slow(HealthCheckRequest request, StreamObserver<HealthCheckResponse> observer) {
    called.countDown();
    var unused =
        answer.thenAccept(
            response -> {
              observer.onNext(response);
              observer.onCompleted();
            });
  }

  private ListenableFuture<HealthCheckResponse> callSlow(ManagedChannel channel)
      throws InterruptedException {
    ListenableFuture<HealthCheckResponse> running =
        ClientCalls.futureUnaryCall(
            channel.newCall(SLOW, CallOptions.DEFAULT), HealthCheckRequest.getDefaultInstance());
    assertThat(called.await(60, TimeUnit.SECONDS)).isTrue();
    return running;
  }

  private ServingStatus health(String service) {
    return HealthGrpc.newBlockingStub(channel)
        .check(HealthCheckRequest.newBuilder().setService(service).build())
        .getStatus();
  }

  private List<ServingStatus> watch() {
    List<ServingStatus> seen = new CopyOnWriteArrayList<>();
    HealthGrpc.newStub(channel)
        .watch(
            HealthCheckRequest.getDefaultInstance(),
            new StreamObserver<>() {
              @Override
              public void onNext(HealthCheckResponse response) {
                seen.add(response.getStatus());
              }

              @Override
              public void onError(Throwable failure) {}

              @Override
              public void onCompleted() {}
            });
    await().atMost(PATIENCE).until(() -> seen.contains(ServingStatus.SERVING));
    return seen;
  }
}
