package io.denizen.grpc.shared;

import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Answers a call with what a use case completes with, on whatever thread completes it. */
public final class Answers {

  private Answers() {}

  /**
   * Runs a handler.
   *
   * @param handler reads the request, starts the use case and maps its outcome; what it throws or
   *     fails with becomes the status (see {@link Failures})
   */
  public static <R> void send(StreamObserver<R> observer, Supplier<CompletionStage<R>> handler) {
    CompletionStage<R> answer;
    try {
      answer = handler.get();
    } catch (RuntimeException refused) {
      observer.onError(refused);
      return;
    }
    answer.whenComplete(
        (response, thrown) -> {
          if (thrown != null) {
            observer.onError(thrown);
          } else {
            observer.onNext(response);
            observer.onCompleted();
          }
        });
  }
}
