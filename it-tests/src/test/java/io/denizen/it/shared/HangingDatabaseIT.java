package io.denizen.it.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.Message;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.PostgresServer;
import io.denizen.it.harness.PostgresServer.Outage;
import io.denizen.it.harness.Reflection;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.TestDenizen;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.stub.ClientCalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** PostgreSQL is connected and says nothing, as behind a dead switch or on a hanging disk. */
@EndToEnd
class HangingDatabaseIT {
  private static final Duration BOUND = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void toolsAreAnsweredMeanwhileAndEveryCallIsInTheEnd(
      PostgresServer postgresql, TestDenizen shared) throws Exception {
    Optional<Outage> hang = postgresql.hang();
    assumeTrue(hang.isPresent(), "this database is not ours to hold");
    try (TestDenizen denizen = TestDenizen.onFreshDatabase(postgresql, 10)) {
      Map<MethodDescriptor<Message, Message>, Message> requests = requests(denizen);
      List<ListenableFuture<Message>> calls = new ArrayList<>();
      hang.get().begin();
      try {
        requests.forEach((method, request) -> calls.add(call(denizen, method, request)));

        // On the connection of those calls, and behind them.
        assertThat(Reflection.services(denizen.caller().channel())).isNotEmpty();
        denizen.handlers().requireThreadsBackWithin(BOUND);
        await().atMost(PATIENCE).until(() -> denizen.health() == ServingStatus.NOT_SERVING);
      } finally {
        hang.get().end();
      }

      for (ListenableFuture<Message> call : calls) {
        requireAnswer(call);
      }
      await().atMost(PATIENCE).until(() -> denizen.health() == ServingStatus.SERVING);
    }
    shared.awaitService();
  }

  @SuppressWarnings("unchecked") // All are messages.
  private static Map<MethodDescriptor<Message, Message>, Message> requests(TestDenizen denizen) {
    ValidRequests valid = new ValidRequests(denizen.caller());
    Map<MethodDescriptor<Message, Message>, Message> requests = new LinkedHashMap<>();
    Api.methods()
        .forEach(
            method -> requests.put((MethodDescriptor<Message, Message>) method, valid.of(method)));
    return requests;
  }

  private static ListenableFuture<Message> call(
      TestDenizen denizen, MethodDescriptor<Message, Message> method, Message request) {
    return ClientCalls.futureUnaryCall(
        denizen.caller().channel().newCall(method, CallOptions.DEFAULT), request);
  }

  /** Either it got through after all, or its caller knows to try again. */
  private static void requireAnswer(ListenableFuture<Message> call) throws InterruptedException {
    try {
      assertThat(call.get()).isNotNull();
    } catch (ExecutionException e) {
      Refusal refusal = Refusal.of((StatusRuntimeException) Objects.requireNonNull(e.getCause()));
      assertThat(refusal.reason()).isEqualTo("DATABASE_UNAVAILABLE");
      assertThat(refusal.retryable()).as("has a RetryInfo").isTrue();
    }
  }
}
