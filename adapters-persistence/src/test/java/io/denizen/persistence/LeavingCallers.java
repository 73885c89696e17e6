package io.denizen.persistence;

import io.denizen.domain.shared.CallerScope;

/** Callers who are all there, or all gone. */
public final class LeavingCallers implements CallerScope {

  private volatile boolean gone;

  public void leave() {
    gone = true;
  }

  public void comeBack() {
    gone = false;
  }

  @Override
  public Captured capture() {
    return new Captured() {
      @Override
      public boolean isGone() {
        return gone;
      }

      @Override
      public void run(Runnable work) {
        work.run();
      }
    };
  }
}
