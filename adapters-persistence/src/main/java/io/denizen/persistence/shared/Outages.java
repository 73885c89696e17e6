package io.denizen.persistence.shared;

import io.denizen.domain.shared.FailureException;
import io.denizen.domain.shared.StoreFailure;
import java.util.concurrent.TimeUnit;

/**
 * While the database is down every attempt to connect waits; those queued behind a failed one need
 * not. One connection that broke says nothing of the others.
 */
final class Outages {

  private static final long LENGTH_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private volatile long last = System.nanoTime() - LENGTH_NANOS;

  /** Whether it is no use to try. */
  boolean isNow() {
    return System.nanoTime() - last < LENGTH_NANOS;
  }

  /** What to tell callers of an exception. */
  Throwable explain(Throwable thrown) {
    if (thrown instanceof FailureException) {
      return thrown;
    }
    if (SqlErrors.isUnreachable(thrown)) {
      last = System.nanoTime();
    }
    return SqlErrors.isOutage(thrown) ? new StoreFailure.Unavailable().asException() : thrown;
  }
}
