package io.denizen.server.importer;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls methods of the public API without waiting for them. */
final class Rpc {

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

  /** Makes a change happen once, however often the channel retries it (AIP-155). */
  static String newRequestId() {
    return UUID.randomUUID().toString();
  }
}
