package io.denizen.domain.shared;

/**
 * Follows a caller from the thread that queued its work to the thread that does it, so that work
 * whose caller has gone is not started.
 */
@FunctionalInterface
public interface CallerScope {

  /** Nobody ever leaves. */
  CallerScope NONE =
      () ->
          new Captured() {
            @Override
            public boolean isGone() {
              return false;
            }

            @Override
            public void run(Runnable work) {
              work.run();
            }
          };

  /** Remembers the current thread's caller. */
  Captured capture();

  /** A caller that may have left since. */
  interface Captured {

    boolean isGone();

    /** Runs the work as this caller's. */
    void run(Runnable work);
  }
}
