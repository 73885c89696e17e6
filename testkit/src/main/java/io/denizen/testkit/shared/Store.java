package io.denizen.testkit.shared;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.shared.StoreFailure;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** All tables behind one lock: whoever reads or writes is alone. */
public final class Store {

  private final Lock lock = new ReentrantLock();
  private final Map<Class<?>, Table<?>> tables = new HashMap<>();
  private volatile boolean available = true;

  /** Adds a table. */
  public <A extends Audited> Table<A> add(Table<A> table) {
    tables.put(table.type(), table);
    return table;
  }

  /** While false, whatever is asked fails with {@link StoreFailure.Unavailable}. */
  public void setAvailable(boolean available) {
    this.available = available;
  }

  /** Runs the work alone; what it throws becomes the stage's failure. */
  public <T> CompletionStage<T> alone(Supplier<T> work) {
    if (!available) {
      return CompletableFuture.failedStage(new StoreFailure.Unavailable().asException());
    }
    lock.lock();
    try {
      return CompletableFuture.completedStage(work.get());
    } catch (RuntimeException refused) {
      return CompletableFuture.failedStage(refused);
    } finally {
      lock.unlock();
    }
  }

  /** The table that holds such aggregates. */
  public Table<?> tableOf(Audited aggregate) {
    Table<?> table = tables.get(aggregate.getClass());
    if (table == null) {
      throw new IllegalStateException("no table holds a " + aggregate.noun());
    }
    return table;
  }

  /** Fails with {@link StaleVersion} unless the aggregate is live and just as it was observed. */
  public void requireUnchanged(Audited observed) {
    boolean unchanged =
        tableOf(observed)
            .find(observed.id())
            .filter(row -> row.lifecycle().isLive())
            .filter(row -> row.lifecycle().version() == observed.lifecycle().version())
            .isPresent();
    if (!unchanged) {
      throw new StaleVersion(observed.name()).asException();
    }
  }
}
