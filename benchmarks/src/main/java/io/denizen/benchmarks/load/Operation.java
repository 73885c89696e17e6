package io.denizen.benchmarks.load;

import io.grpc.stub.StreamObserver;
import java.util.function.Predicate;

/**
 * One kind of call.
 *
 * @param calling starts one call; it is used by several threads at once and must not block
 * @param expected whether an answer is what was asked for: an empty page is quick, and wrong
 */
public record Operation<R>(String name, Calling<R> calling, Predicate<R> expected) {

  /** Starts one asynchronous call that ends in the observer. */
  @FunctionalInterface
  public interface Calling<R> {
    void start(Stubs stubs, StreamObserver<R> answer);
  }
}
