package io.denizen.hashing;

/**
 * Follows a caller from the thread that wants a hash to the thread that computes it, so that none
 * is computed for a caller who has gone.
 */
@FunctionalInterface
public interface CallScope {

  /** Nobody ever leaves. */
  CallScope NONE =
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
