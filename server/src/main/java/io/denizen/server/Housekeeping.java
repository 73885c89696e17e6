package io.denizen.server;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does some chores now and then, one after the other on a thread of its own, until it is closed.
 */
final class Housekeeping implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  private final Duration pause;
  private final List<Runnable> chores;
  private final Thread thread;
  private volatile boolean closed;

  /** The first time is a pause from now: a start has enough to do. */
  Housekeeping(Duration pause, List<Runnable> chores) {
    this.pause = pause;
    this.chores = List.copyOf(chores);
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
        chores.forEach(this::run);
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  /** Whatever goes wrong will be tried again; most of it is a database that is away. */
  private void run(Runnable chore) {
    if (closed) {
      return;
    }
    try {
      chore.run();
    } catch (RuntimeException failed) {
      LOG.warn("Housekeeping failed and will be tried again: {}", failed.getMessage());
      LOG.debug("Housekeeping failed", failed);
    } catch (Throwable broken) {
      // It would end all chores for good, and nobody would notice.
      LOG.error("Housekeeping failed for a fault of ours and will be tried again", broken);
    }
  }
}
