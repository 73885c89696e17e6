package io.denizen.testkit.audit;

import io.denizen.domain.audit.Actor;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.CommittedRequest;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.audit.JournalFailure.RepeatedRequest;
import io.denizen.domain.audit.JournalFailure.TooLarge;
import io.denizen.domain.audit.RequestKey;
import io.denizen.domain.shared.Ids;
import io.denizen.testkit.shared.Store;
import io.denizen.testkit.shared.Transaction;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Writes to a {@link Store} and its {@link Trail}, under the rules of PostgreSQL. */
public final class InMemoryJournal implements Journal {

  private final Store store;
  private final Trail trail;
  private final Ids ids;

  public InMemoryJournal(Store store, Trail trail, Ids ids) {
    this.store = store;
    this.trail = trail;
    this.ids = ids;
  }

  @Override
  public CompletionStage<Void> commit(ChangeSet changeSet) {
    return store.alone(() -> write(changeSet, false));
  }

  @Override
  public CompletionStage<Void> rehearse(ChangeSet changeSet) {
    return store.alone(() -> write(changeSet, true));
  }

  private @Nullable Void write(ChangeSet set, boolean takeBack) {
    if (set.changes().size() > MAX_CHANGES) {
      throw new TooLarge(set.changes().size()).asException();
    }
    Transaction transaction = new Transaction();
    boolean keep = false;
    try {
      writeAll(set, transaction);
      keep = !takeBack;
      return null;
    } finally {
      if (!keep) {
        transaction.rollback();
      }
    }
  }

  /**
   * The request comes first: whatever else is wrong with a repeat is because it was done before.
   */
  private void writeAll(ChangeSet set, Transaction transaction) {
    if (set.request() != null) {
      remember(set.caller().actor(), set.request(), set, transaction);
    }
    set.observed().forEach(store::requireUnchanged);
    for (Change<?> change : set.changes()) {
      store.tableOf(change.after()).write(change, transaction);
    }
    set.events(ids).forEach(event -> trail.add(event, transaction));
  }

  private void remember(Actor actor, RequestKey request, ChangeSet set, Transaction transaction) {
    if (trail.request(actor, request.requestId()) != null) {
      throw new RepeatedRequest(request.requestId()).asException();
    }
    trail.add(
        actor,
        request.requestId(),
        new CommittedRequest(request.fingerprint(), set.outcome()),
        transaction);
  }
}
