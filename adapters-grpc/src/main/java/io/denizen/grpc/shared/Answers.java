package io.denizen.grpc.shared;

import io.denizen.domain.shared.StoreFailure.CallerGone;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Answers a call with what a use case completes with, on whatever thread completes it. */
public final class Answers {

  private Answers() {}

  /**
   * Runs a handler, unless the caller has gone.
   *
   * @param message maps the outcome of the use case
   * @param handler reads the request and starts the use case; what it throws or fails with becomes
   *     the status (see {@link Failures})
   */
  public static <T, R> void send(
      StreamObserver<R> observer,
      Function<? super T, R> message,
      Function<Fields, CompletionStage<T>> handler) {
    send(observer, fields -> handler.apply(fields).thenApply(message));
  }

  /** As above, with a handler that maps the outcome itself. */
  public static <R> void send(
      StreamObserver<R> observer, Function<Fields, CompletionStage<R>> handler) {
    if (observer instanceof ServerCallStreamObserver<R> call) {
      // With a handler of cancellation, an answer to a caller who has gone is dropped; without one
      // it would throw.
      call.setOnCancelHandler(() -> {});
    }
    start(handler)
        .whenComplete(
            (response, thrown) -> {
              if (thrown != null) {
                observer.onError(thrown);
              } else {
                observer.onNext(response);
                observer.onCompleted();
              }
            });
  }

  private static <T> CompletionStage<T> start(Function<Fields, CompletionStage<T>> handler) {
    if (Context.current().isCancelled()) {
      return CompletableFuture.failedStage(new CallerGone().asException());
    }
    try {
      return handler.apply(new Fields());
    } catch (RuntimeException refused) {
      return CompletableFuture.failedStage(refused);
    }
  }
}
