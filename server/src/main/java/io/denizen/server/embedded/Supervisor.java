package io.denizen.server.embedded;

import io.denizen.server.StartFailure;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a process again when it is found dead, waiting longer each time it does not come up. */
final class Supervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final long LOOK_EVERY_MILLIS = 500;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  private final BooleanSupplier running;
  private final Restart restart;
  // Held while looking and restarting, so that pause() returns only when no restart is under way.
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition closing = lock.newCondition();
  private boolean paused;
  private boolean closed;

  Supervisor(BooleanSupplier running, Restart restart) {
    this.running = running;
    this.restart = restart;
    Thread.ofPlatform().daemon().name("denizen-postgres-supervisor").start(this::watch);
  }

  @FunctionalInterface
  interface Restart {
    void run() throws IOException;
  }

  void pause() {
    set(() -> paused = true);
  }

  void resume() {
    set(() -> paused = false);
  }

  @Override
  public void close() {
    set(
        () -> {
          closed = true;
          closing.signalAll();
        });
  }

  private void set(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }

  private void watch() {
    long pause = LOOK_EVERY_MILLIS;
    lock.lock();
    try {
      while (!closed) {
        if (!closing.await(pause, TimeUnit.MILLISECONDS) && !paused) {
          pause = running.getAsBoolean() || comesUp() ? LOOK_EVERY_MILLIS : longer(pause);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private boolean comesUp() {
    LOG.warn("PostgreSQL has died; starting it again");
    try {
      restart.run();
      LOG.info("PostgreSQL is up again");
      return true;
    } catch (IOException | StartFailure e) {
      LOG.error("{}", e.getMessage());
      LOG.debug("PostgreSQL did not come up", e);
      return false;
    }
  }

  private static long longer(long pause) {
    return Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
  }
}
