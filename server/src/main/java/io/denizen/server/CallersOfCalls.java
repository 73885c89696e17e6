package io.denizen.server;

import io.denizen.domain.shared.CallerScope;
import io.grpc.Context;

/** Takes a gRPC call's context along to the thread that does the call's work. */
final class CallersOfCalls implements CallerScope {

  @Override
  public Call capture() {
    return new Call(Context.current());
  }

  /** The caller of one call. */
  record Call(Context context) implements CallerScope.Captured {

    @Override
    public boolean isGone() {
      return context.isCancelled();
    }

    @Override
    public void run(Runnable work) {
      context.run(work);
    }
  }
}
