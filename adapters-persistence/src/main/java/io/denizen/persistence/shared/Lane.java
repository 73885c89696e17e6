package io.denizen.persistence.shared;

import io.denizen.domain.shared.StoreFailure;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongGauge;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A bounded queue of calls and the threads that empty it. A thread takes whatever has queued while
 * it was busy and works on it as one: the more callers there are, the more they share, and a single
 * caller waits for nobody.
 */
public final class Lane<C extends Call<?>> implements AutoCloseable {

  static final int MAX_WAITING = 10_000;

  private static final AttributeKey<String> QUEUE = AttributeKey.stringKey("denizen.queue");

  private final BlockingQueue<C> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
  private final AtomicInteger working = new AtomicInteger();
  private final ThreadPoolExecutor threads;
  private final int most;
  private final Consumer<List<C>> work;
  private final Outages outages;
  private final Attributes attributes;
  private final LongCounter refusals;
  private final LongHistogram batches;
  private final ObservableLongGauge length;

  /**
   * Starts no thread yet.
   *
   * @param name of its threads and in its metrics
   * @param most calls that are worked on as one
   * @param work completes or refuses each of the calls; what it throws, it throws at all of them
   */
  Lane(String name, int threads, int most, Consumer<List<C>> work, Outages outages, Meter meter) {
    this.most = most;
    this.work = work;
    this.outages = outages;
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("denizen-" + name + "-", 1).factory());
    this.attributes = Attributes.of(QUEUE, name);
    this.refusals =
        meter
            .counterBuilder("denizen.queue.refused")
            .setUnit("{call}")
            .setDescription("Calls refused because the queue was full")
            .build();
    this.batches =
        meter
            .histogramBuilder("denizen.batch.size")
            .ofLongs()
            .setUnit("{call}")
            .setDescription("Calls that were worked on as one")
            .setExplicitBucketBoundariesAdvice(List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L))
            .build();
    this.length =
        meter
            .gaugeBuilder("denizen.queue.length")
            .ofLongs()
            .setUnit("{call}")
            .setDescription("Calls that wait for their turn")
            .buildWithCallback(now -> now.record(waiting.size(), attributes));
  }

  /** Has the call wait for its turn; refuses it at once if too many wait. */
  public void submit(C call) {
    if (!waiting.offer(call)) {
      refusals.add(1, attributes);
      call.refuse(new StoreFailure.Overloaded().asException());
      return;
    }
    if (isThreadToSpare()) {
      try {
        threads.execute(this::empty);
      } catch (RejectedExecutionException closed) {
        working.decrementAndGet();
        if (waiting.remove(call)) {
          call.refuse(new StoreFailure.Unavailable().asException());
        }
      }
    }
  }

  /** Finishes what is queued. */
  @Override
  public void close() {
    threads.close();
    length.close();
  }

  private boolean isThreadToSpare() {
    int now = working.get();
    while (now < threads.getMaximumPoolSize()) {
      if (working.compareAndSet(now, now + 1)) {
        return true;
      }
      now = working.get();
    }
    return false;
  }

  private void empty() {
    do {
      List<C> taken = new ArrayList<>();
      while (waiting.drainTo(taken, most) > 0) {
        start(taken);
        taken = new ArrayList<>();
      }
      working.decrementAndGet();
      // Whoever came in between found no thread to spare.
    } while (!waiting.isEmpty() && isThreadToSpare());
  }

  private void start(List<C> taken) {
    List<C> staying = new ArrayList<>(taken.size());
    for (C call : taken) {
      if (call.caller().isGone()) {
        call.refuse(new StoreFailure.CallerGone().asException());
      } else if (outages.isNow()) {
        call.refuse(new StoreFailure.Unavailable().asException());
      } else {
        staying.add(call);
      }
    }
    if (!staying.isEmpty()) {
      batches.record(staying.size(), attributes);
      finish(staying);
    }
  }

  private void finish(List<C> calls) {
    try {
      work.accept(calls);
    } catch (Throwable thrown) {
      Throwable why = outages.explain(thrown);
      calls.forEach(call -> call.refuse(why));
    }
  }
}
