package io.denizen.server;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a piece of work now and then, on a thread of its own, until it is closed. */
final class Housekeeping implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  /** A minute: nobody waits for it. */
  static final Duration PAUSE = Duration.ofMinutes(1);

  private final Duration pause;
  private final Runnable work;
  private final Thread thread;
  private volatile boolean closed;

  /** The first time is a pause from now: a start has enough to do. */
  Housekeeping(Duration pause, Runnable work) {
    this.pause = pause;
    this.work = work;
    this.thread =
        Thread.ofPlatform().daemon().name("denizen-housekeeping").start(this::keepWorking);
  }

  /** Lets what is under way finish; it is told by an interrupt. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keepWorking() {
    try {
      while (!closed) {
        Thread.sleep(pause);
        run();
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  /** Whatever goes wrong will be tried again; most of it is a database that is away. */
  private void run() {
    try {
      work.run();
    } catch (RuntimeException failed) {
      LOG.warn("Housekeeping failed and will be tried again: {}", failed.getMessage());
      LOG.debug("Housekeeping failed", failed);
    }
  }
}
