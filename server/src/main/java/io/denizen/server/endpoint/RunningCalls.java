package io.denizen.server.endpoint;

import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the calls under way. Streams of gRPC's own services (a health watch, an open reflection)
 * do not count: they last as long as their caller likes, and nothing is lost when they are cut.
 */
final class RunningCalls extends ServerStreamTracer.Factory {
  private static final ServerStreamTracer UNCOUNTED = new ServerStreamTracer() {};

  private final AtomicInteger running = new AtomicInteger();

  int count() {
    return running.get();
  }

  @Override
  public ServerStreamTracer newServerStreamTracer(String fullMethodName, Metadata headers) {
    if (fullMethodName.startsWith("grpc.")) {
      return UNCOUNTED;
    }
    running.incrementAndGet();
    return new ServerStreamTracer() {
      @Override
      public void streamClosed(Status status) {
        running.decrementAndGet();
      }
    };
  }
}
