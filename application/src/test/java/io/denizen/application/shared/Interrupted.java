package io.denizen.application.shared;

import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Journal;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A journal to which somebody else comes first: between what was decided and its commit. */
public final class Interrupted implements Journal {

  private final Journal journal;
  private final AtomicReference<@Nullable Runnable> meanwhile = new AtomicReference<>();
  private boolean always;

  public Interrupted(Journal journal) {
    this.journal = journal;
  }

  /** Happens before the next set is committed. */
  public void meanwhile(Runnable other) {
    always = false;
    meanwhile.set(other);
  }

  /** Happens before each set is committed, but for those that it commits itself. */
  public void always(Runnable other) {
    always = true;
    meanwhile.set(other);
  }

  @Override
  public CompletionStage<Void> commit(ChangeSet changeSet) {
    Runnable other = meanwhile.getAndSet(null);
    if (other != null) {
      other.run();
      meanwhile.set(always ? other : null);
    }
    return journal.commit(changeSet);
  }

  @Override
  public CompletionStage<Void> rehearse(ChangeSet changeSet) {
    return journal.rehearse(changeSet);
  }
}
