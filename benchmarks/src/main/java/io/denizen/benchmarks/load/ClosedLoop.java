package io.denizen.benchmarks.load;

import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A fixed number of calls in flight: each answer starts the next call, on the thread that brought
 * it.
 */
public final class ClosedLoop implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  /** A server that refuses at once must not make the driver spin. */
  private static final Executor LATER =
      CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS);

  private final Tally tally = new Tally();
  private final CountDownLatch ended;
  private volatile boolean stopped;

  private ClosedLoop(int inFlight) {
    this.ended = new CountDownLatch(inFlight);
  }

  /** Starts to call, until closed. */
  public static <R> ClosedLoop start(
      Operation<R> operation, Connections connections, int inFlight) {
    ClosedLoop loop = new ClosedLoop(inFlight);
    for (int n = 0; n < inFlight; n++) {
      loop.new Caller<>(operation, connections.stubs(n)).call();
    }
    return loop;
  }

  /** What happened since the last time this was asked, or since the start. */
  public Sample take() {
    return tally.take();
  }

  /**
   * Starts no more calls and waits for those under way.
   *
   * @throws IllegalStateException when some are never answered
   */
  @Override
  public void close() {
    stopped = true;
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(ended.getCount() + " calls were never answered");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has one call in flight at a time, and so is used by one thread at a time. */
  private final class Caller<R> implements StreamObserver<R> {
    private final Operation<R> operation;
    private final Stubs stubs;
    private long started;
    private boolean expected;

    Caller(Operation<R> operation, Stubs stubs) {
      this.operation = operation;
      this.stubs = stubs;
    }

    void call() {
      if (stopped) {
        ended.countDown();
        return;
      }
      expected = false;
      started = System.nanoTime();
      operation.calling().start(stubs, this);
    }

    @Override
    public void onNext(R answer) {
      expected = operation.expected().test(answer);
    }

    @Override
    public void onCompleted() {
      if (expected) {
        tally.answered(System.nanoTime() - started);
      } else {
        tally.failed(Tally.UNEXPECTED);
      }
      call();
    }

    @Override
    public void onError(Throwable failure) {
      tally.failed(failure);
      LATER.execute(this::call);
    }
  }
}
