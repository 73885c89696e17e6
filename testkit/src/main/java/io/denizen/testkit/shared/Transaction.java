package io.denizen.testkit.shared;

import java.util.ArrayDeque;
import java.util.Deque;

/** Remembers how to take back what was written. */
public final class Transaction {

  private final Deque<Runnable> undo = new ArrayDeque<>();

  public void onRollback(Runnable takeBack) {
    undo.push(takeBack);
  }

  /** Takes everything back, the last first. */
  public void rollback() {
    undo.forEach(Runnable::run);
    undo.clear();
  }
}
