package io.denizen.server.importer;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls methods of the public API without waiting for them. */
class Rpc {

  private static final int DEADLINE_SECONDS = 60;

  private final Channel channel;

  Rpc(Channel channel) {
    this.channel = channel;
  }

  <Q, R> CompletableFuture<R> call(MethodDescriptor<Q, R> method, Q request) {
    CompletableFuture<R> answer = new CompletableFuture<>();
    ClientCalls.asyncUnaryCall(
        channel.newCall(
            method, CallOptions.DEFAULT.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)),
        request,
        new StreamObserver<R>() {
          @Override
          public void onNext(R response) {
            answer.complete(response);
          }

          @Override
          public void onError(Throwable failure) {
            answer.completeExceptionally(failure);
          }

          @Override
          public void onCompleted() {}
        });
    return answer;
  }

  /** Whether nothing is made that is asked for, so that what it would have led to is missing. */
  boolean isRehearsal() {
    return false;
  }

  /** What a call answers; nothing, instead of a failure, if it is NOT_FOUND. */
  static <R> CompletableFuture<Optional<R>> orNone(CompletableFuture<R> answer) {
    return answer
        .thenApply(Optional::of)
        .exceptionallyCompose(
            failure ->
                Status.fromThrowable(failure).getCode() == Status.Code.NOT_FOUND
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : CompletableFuture.failedFuture(failure));
  }

  /** Makes a change happen once, however often the channel retries it (AIP-155). */
  static String newRequestId() {
    return UUID.randomUUID().toString();
  }
}
