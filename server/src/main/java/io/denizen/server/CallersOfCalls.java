package io.denizen.server;

import io.denizen.persistence.shared.CallerScope;
import io.grpc.Context;

/** Takes a gRPC call's context along to the thread that does the call's work. */
final class CallersOfCalls implements CallerScope {

  @Override
  public Captured capture() {
    Context call = Context.current();
    return new Captured() {
      @Override
      public boolean isGone() {
        return call.isCancelled();
      }

      @Override
      public void run(Runnable work) {
        call.run(work);
      }
    };
  }
}
