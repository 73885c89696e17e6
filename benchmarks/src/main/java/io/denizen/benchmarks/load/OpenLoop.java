package io.denizen.benchmarks.load;

import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls at a fixed rate, whatever becomes of them. Latency counts from when a call was due, not
 * from when it was sent: a server that stalls is charged for the callers it kept waiting, those in
 * front of its door included.
 */
public final class OpenLoop {
  /** More than this, and the server cannot keep up; what more would be waiting is only counted. */
  private static final int MAX_IN_FLIGHT = 10_000;

  private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();
  private static final long LOOK_NANOS = Duration.ofMillis(1).toNanos();

  private final Tally tally = new Tally();
  private final AtomicInteger inFlight = new AtomicInteger();
  private long notSent;

  private OpenLoop() {}

  /**
   * Calls, and returns when all is answered.
   *
   * @param rate calls a second
   * @param lead at the beginning, not counted
   * @param counted how long after that
   * @throws IllegalStateException when calls are never answered
   */
  public static <R> Sample run(
      Operation<R> operation,
      Connections connections,
      double rate,
      Duration lead,
      Duration counted) {
    OpenLoop loop = new OpenLoop();
    long afterLead = loop.send(operation, connections, rate, lead, System.nanoTime());
    loop.awaitAnswers();
    loop.tally.take();
    loop.notSent = 0;
    loop.send(operation, connections, rate, counted, Math.max(afterLead, System.nanoTime()));
    loop.awaitAnswers();
    Sample sample = loop.tally.take();
    return new Sample(counted.toNanos() / 1e9, sample.latencies(), sample.failures(), loop.notSent);
  }

  private <R> long send(
      Operation<R> operation, Connections connections, double rate, Duration time, long start) {
    long calls = Math.round(rate * time.toNanos() / 1e9);
    for (long n = 0; n < calls; n++) {
      long due = start + Math.round(n * 1e9 / rate);
      await(due);
      if (inFlight.incrementAndGet() > MAX_IN_FLIGHT) {
        inFlight.decrementAndGet();
        notSent++;
      } else {
        operation.calling().start(connections.stubs(n), new Caller<>(operation, due));
      }
    }
    return start + time.toNanos();
  }

  private static void await(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void awaitAnswers() {
    long patience = System.nanoTime() + PATIENCE_NANOS;
    while (inFlight.get() > 0) {
      if (System.nanoTime() - patience > 0) {
        throw new IllegalStateException(inFlight + " calls were never answered");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private final class Caller<R> implements StreamObserver<R> {
    private final Operation<R> operation;
    private final long due;
    private boolean expected;

    Caller(Operation<R> operation, long due) {
      this.operation = operation;
      this.due = due;
    }

    @Override
    public void onNext(R answer) {
      expected = operation.expected().test(answer);
    }

    @Override
    public void onCompleted() {
      if (expected) {
        tally.answered(System.nanoTime() - due);
      } else {
        tally.failed(Tally.UNEXPECTED);
      }
      inFlight.decrementAndGet();
    }

    @Override
    public void onError(Throwable failure) {
      tally.failed(failure);
      inFlight.decrementAndGet();
    }
  }
}
