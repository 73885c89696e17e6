package io.denizen.grpc.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.shared.StoreFailure.CallerGone;
import io.denizen.grpc.testing.RecordedCall;
import io.denizen.grpc.testing.Refusal;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GoneCallersTest {

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void workWhoseCallerHasGoneIsNotStarted() {
    Context.CancellableContext left = Context.current().withCancellation();
    left.cancel(null);

    requireNotStarted(left);
  }

  @Test
  void workWhoseDeadlineHasPassedIsNotStarted() {
    requireNotStarted(passed());
  }

  @Test
  void whoeverCancelledIsToldSo() {
    assertThat(refused(Context.current()).code()).isEqualTo(Code.CANCELLED);
  }

  @Test
  void aDeadlineThatPassedMeanwhileIsToldToHavePassedOnAnyThread() {
    refused(passed()).is(Code.DEADLINE_EXCEEDED, "CALLER_GONE");
  }

  private Context passed() {
    return Context.current().withDeadline(Deadline.after(-1, TimeUnit.SECONDS), timer);
  }

  private static void requireNotStarted(Context context) {
    AtomicBoolean started = new AtomicBoolean();
    CompletableFuture<String> answer = new CompletableFuture<>();

    context.run(
        () ->
            Answers.send(
                observer(answer),
                fields -> {
                  started.set(true);
                  return CompletableFuture.completedStage("done");
                }));

    assertThat(started).isFalse();
    assertThat(answer)
        .isCompletedExceptionally()
        .failsWithin(0, TimeUnit.SECONDS)
        .withThrowableThat()
        .withMessageContaining("CALLER_GONE");
  }

  /** How a call made in the context ends that was given up, but not in the context. */
  private static Refusal refused(Context context) {
    RecordedCall<byte[]> call = new RecordedCall<>();
    CompletableFuture<ServerCall<byte[], byte[]>> intercepted = new CompletableFuture<>();
    context.run(
        () ->
            new Failures()
                .interceptCall(
                    call,
                    new Metadata(),
                    (seen, headers) -> {
                      intercepted.complete(seen);
                      return new ServerCall.Listener<>() {};
                    }));
    intercepted
        .join()
        .close(Status.UNKNOWN.withCause(new CallerGone().asException()), new Metadata());
    return call.refusal();
  }

  private static StreamObserver<String> observer(CompletableFuture<String> answer) {
    return new StreamObserver<>() {
      @Override
      public void onNext(String value) {
        answer.complete(value);
      }

      @Override
      public void onError(Throwable thrown) {
        answer.completeExceptionally(thrown);
      }

      @Override
      public void onCompleted() {}
    };
  }
}
