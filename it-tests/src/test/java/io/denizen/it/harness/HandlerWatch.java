package io.denizen.it.harness;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Knows which calls hold a thread of the transport. Handlers run on those threads and have to give
 * them back at once: while one waits, every connection that shares its thread waits too.
 *
 * <p>It looks at who has not come back, and not at how long who came back was gone: the first is
 * the same on every machine, as long as what a handler could wait for does not come.
 */
public final class HandlerWatch implements ServerInterceptor {
  private static final long LOOK_EVERY_NANOS = 5_000_000;

  private final Map<Thread, String> holding = new ConcurrentHashMap<>();
  private final AtomicInteger cancelled = new AtomicInteger();

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    String method = call.getMethodDescriptor().getFullMethodName();
    ServerCall.Listener<Q> listener = held(method, () -> next.startCall(call, headers));
    return new WatchedCall<>(listener, method);
  }

  /**
   * Waits until no call holds a thread.
   *
   * @param bound for how long one may
   * @throws AssertionError when some have for longer, naming their methods and where they are
   */
  public void requireThreadsBackWithin(Duration bound) {
    long start = System.nanoTime();
    while (!holding.isEmpty()) {
      if (System.nanoTime() - start > bound.toNanos()) {
        throw new AssertionError("held its thread for more than " + bound + ": " + holders());
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }

  /** How many calls have been given up so far, as the server knows. */
  public int cancelled() {
    return cancelled.get();
  }

  private List<String> holders() {
    return holding.entrySet().stream()
        .map(held -> held.getValue() + " on " + held.getKey().getName() + stack(held.getKey()))
        .toList();
  }

  private static String stack(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .map(frame -> "\n\tat " + frame)
        .collect(Collectors.joining());
  }

  private <T> T held(String method, Supplier<T> work) {
    Thread thread = Thread.currentThread();
    // A call may begin inside another's callback, and the other one still holds the thread then.
    String outer = holding.put(thread, method);
    try {
      return work.get();
    } finally {
      if (outer == null) {
        holding.remove(thread);
      } else {
        holding.put(thread, outer);
      }
    }
  }

  /** Holds a thread while any of its callbacks runs. */
  private final class WatchedCall<Q> extends SimpleForwardingServerCallListener<Q> {
    private final String method;

    WatchedCall(ServerCall.Listener<Q> call, String method) {
      super(call);
      this.method = method;
    }

    @Override
    public void onMessage(Q message) {
      run(() -> super.onMessage(message));
    }

    @Override
    public void onHalfClose() {
      run(super::onHalfClose);
    }

    @Override
    public void onCancel() {
      run(super::onCancel);
      cancelled.incrementAndGet();
    }

    @Override
    public void onComplete() {
      run(super::onComplete);
    }

    @Override
    public void onReady() {
      run(super::onReady);
    }

    private void run(Runnable callback) {
      held(
          method,
          () -> {
            callback.run();
            return method;
          });
    }
  }
}
