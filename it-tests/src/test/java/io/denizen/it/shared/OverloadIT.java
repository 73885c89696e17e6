package io.denizen.it.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.common.util.concurrent.ListenableFuture;
import io.denizen.identity.v1.GetIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.IdentityServiceGrpc;
import io.denizen.identity.v1.IdentityServiceGrpc.IdentityServiceFutureStub;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.FrozenTables;
import io.denizen.it.harness.FrozenTables.Extent;
import io.denizen.it.harness.PostgresServer;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** More callers than can wait. */
@EndToEnd
class OverloadIT {
  private static final int POOL_SIZE = 4;
  private static final int CONNECTIONS = 12;

  /** As many as a connection may have under way. */
  private static final int CALLS_EACH = 1_000;

  /** From the first of all calls to the last answer, the freeze included. */
  private static final int MINUTES = 5;

  @Test
  void whoFindsTheQueueFullIsToldSoAtOnceAndAllOthersAreAnswered(PostgresServer postgresql)
      throws Exception {
    try (TestDenizen denizen = TestDenizen.onFreshDatabase(postgresql, POOL_SIZE)) {
      Identity person = Some.person(denizen.caller());
      GetIdentityRequest request =
          GetIdentityRequest.newBuilder().setName(person.getName()).build();
      List<ListenableFuture<Identity>> calls = new ArrayList<>();
      List<Refusal> refusals;
      try (FrozenTables tables = FrozenTables.freeze(denizen, Extent.READS_AND_WRITES)) {
        for (int connection = 0; connection < CONNECTIONS; connection++) {
          IdentityServiceFutureStub stub =
              IdentityServiceGrpc.newFutureStub(denizen.as("services/crowd").channel())
                  .withDeadlineAfter(MINUTES, TimeUnit.MINUTES);
          for (int call = 0; call < CALLS_EACH; call++) {
            calls.add(stub.getIdentity(request));
          }
        }
        await().atMost(Duration.ofSeconds(40)).until(() -> tables.waiting() > 0 && done(calls) > 0);
        refusals =
            calls.stream().filter(ListenableFuture::isDone).map(OverloadIT::refusal).toList();
      }

      assertThat(refusals)
          .isNotEmpty()
          .allSatisfy(
              refusal -> {
                assertThat(refusal.code()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
                assertThat(refusal.reason()).isEqualTo("OVERLOADED");
                assertThat(refusal.retryable()).isTrue();
              });
      assertThat(answers(calls)).hasSizeGreaterThanOrEqualTo(10_000).containsOnly(person);
    }
  }

  private static long done(List<ListenableFuture<Identity>> calls) {
    return calls.stream().filter(ListenableFuture::isDone).count();
  }

  private static Refusal refusal(ListenableFuture<Identity> call) {
    try {
      throw new AssertionError("answered while the database was frozen: " + call.get());
    } catch (ExecutionException refused) {
      return refusal(refused);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Identity> answers(List<ListenableFuture<Identity>> calls)
      throws InterruptedException {
    List<Identity> answers = new ArrayList<>();
    for (ListenableFuture<Identity> call : calls) {
      try {
        answers.add(call.get());
      } catch (ExecutionException refused) {
        assertThat(refusal(refused).reason()).isEqualTo("OVERLOADED");
      }
    }
    return answers;
  }

  private static Refusal refusal(ExecutionException thrown) {
    return Refusal.of((StatusRuntimeException) Objects.requireNonNull(thrown.getCause()));
  }
}
