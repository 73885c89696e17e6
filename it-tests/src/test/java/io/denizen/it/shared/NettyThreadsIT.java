package io.denizen.it.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.Message;
import io.denizen.identity.v1.GetIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.IdentityServiceGrpc;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.FrozenTables;
import io.denizen.it.harness.FrozenTables.Extent;
import io.denizen.it.harness.PostgresServer;
import io.denizen.it.harness.Reflection;
import io.denizen.it.harness.Sql;
import io.denizen.it.harness.TestDenizen;
import io.denizen.server.telemetry.Telemetry;
import io.grpc.CallOptions;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerBuilder;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.stub.ClientCalls;
import io.opentelemetry.api.metrics.Meter;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No handler keeps a thread of Netty's while it waits for the database. */
@EndToEnd
class NettyThreadsIT {
  /** A handler needs microseconds, and one that waits for the database waits until it is thawed. */
  private static final Duration BOUND = Duration.ofSeconds(10);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TestDenizen denizen;

  NettyThreadsIT(TestDenizen denizen) {
    this.denizen = denizen;
  }

  /** What writes is held up a second time, after it has read. */
  static Stream<Arguments> waits() {
    return Stream.concat(
        Api.methods().map(method -> Arguments.of(method, Extent.READS_AND_WRITES)),
        Api.methods().filter(Api::changes).map(method -> Arguments.of(method, Extent.WRITES)));
  }

  @ParameterizedTest
  @MethodSource("waits")
  void aCallWaitsForTheDatabaseWithoutAThreadOfNettys(
      MethodDescriptor<Message, Message> method, Extent extent) throws Exception {
    Message request = new ValidRequests(denizen.caller()).of(method);
    ListenableFuture<Message> call;
    try (FrozenTables tables = FrozenTables.freeze(denizen, extent)) {
      call = call(denizen, method, request);
      await(method.getFullMethodName())
          .atMost(PATIENCE)
          .until(() -> tables.waiting() > 0 || call.isDone());

      denizen.handlers().requireThreadsBackWithin(BOUND);

      assertThat(call.isDone()).as("answered without the database").isFalse();
      assertThat(Reflection.services(denizen.caller().channel())).contains(method.getServiceName());
    }
    assertThat(call.get()).isNotNull();
  }

  /** What the test above is worth: a handler that asks the database itself is found. */
  @Test
  void aHandlerThatWaitsForTheDatabaseIsCaught(PostgresServer postgresql) throws Exception {
    Careless careless = new Careless();
    MethodDescriptor<GetIdentityRequest, Identity> get = IdentityServiceGrpc.getGetIdentityMethod();
    try (TestDenizen denizen = TestDenizen.onFreshDatabase(postgresql, 4, careless)) {
      careless.sql = denizen.sqlAsApp();
      Message request = new ValidRequests(denizen.caller()).of(get);
      ListenableFuture<?> call;
      try (FrozenTables tables = FrozenTables.freeze(denizen, Extent.READS_AND_WRITES)) {
        call = call(denizen, get, (GetIdentityRequest) request);
        await().atMost(PATIENCE).until(() -> tables.waiting() > 0);

        assertThatThrownBy(() -> denizen.handlers().requireThreadsBackWithin(Duration.ofSeconds(1)))
            .isInstanceOf(AssertionError.class)
            .hasMessageContaining(get.getFullMethodName())
            .hasMessageContaining(Careless.class.getName());
      }
      assertThat(call.get()).isNotNull();
      denizen.handlers().requireThreadsBackWithin(BOUND);
    }
  }

  private static <Q, R> ListenableFuture<R> call(
      TestDenizen denizen, MethodDescriptor<Q, R> method, Q request) {
    return ClientCalls.futureUnaryCall(
        denizen.caller().channel().newCall(method, CallOptions.DEFAULT), request);
  }

  /** Asks the database on the thread that brings GetIdentity's request. */
  private static final class Careless implements ServerInterceptor, Telemetry {
    private volatile @Nullable Sql sql;

    @Override
    public Meter meter() {
      return Telemetry.NONE.meter();
    }

    @Override
    public void observe(ServerBuilder<?> server) {
      server.intercept(this);
    }

    @Override
    public void close() {
      // Nothing was opened.
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
      ServerCall.Listener<Q> listener = next.startCall(call, headers);
      if (!"GetIdentity".equals(call.getMethodDescriptor().getBareMethodName())) {
        return listener;
      }
      return new SimpleForwardingServerCallListener<>(listener) {
        @Override
        public void onHalfClose() {
          Objects.requireNonNull(sql).number("SELECT count(*) FROM denizen.identities");
          super.onHalfClose();
        }
      };
    }
  }
}
