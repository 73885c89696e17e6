package io.denizen.persistence.audit;

import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.audit.JournalFailure.TooLarge;
import io.denizen.domain.shared.Ids;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Table;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.ibatis.session.SqlSession;

/** Writes small change sets together and each large one in a transaction of its own. */
final class PostgresJournal implements Journal {

  /** What is more than this would keep the others waiting. */
  private static final int SMALL = 100;

  private final Database database;
  private final ChangeSetWriter writer;
  private final Refusals refusals;
  private final GroupCommit group;

  PostgresJournal(Database database, Ids ids, List<Table<?>> tables) {
    this.database = database;
    this.writer = new ChangeSetWriter(ids, tables);
    this.refusals = new Refusals(tables);
    this.group =
        new GroupCommit(
            database,
            writer,
            refusals,
            (caller, set) -> database.transact(caller, session -> write(set, session)));
  }

  @Override
  public CompletionStage<Void> commit(ChangeSet set) {
    if (set.isEmpty()) {
      return CompletableFuture.completedStage(null);
    }
    if (isTooLarge(set)) {
      return tooLarge(set);
    }
    return isLarge(set)
        ? database.transact(database.caller(), session -> write(set, session))
        : group.commit(set);
  }

  @Override
  public CompletionStage<Void> rehearse(ChangeSet set) {
    if (set.isEmpty()) {
      return CompletableFuture.completedStage(null);
    }
    return isTooLarge(set)
        ? tooLarge(set)
        : database.rehearse(database.caller(), session -> write(set, session));
  }

  private void write(ChangeSet set, SqlSession session) {
    try {
      writer.write(List.of(set), session);
    } catch (RuntimeException refused) {
      throw refusals.explain(refused, set);
    }
  }

  /** Other services' images may fill a request, and many of those together the memory. */
  private static boolean isLarge(ChangeSet set) {
    return set.changes().size() + set.observed().size() + set.recorded().size() > SMALL
        || set.recorded().stream().anyMatch(AuditEvent::hasImages);
  }

  private static boolean isTooLarge(ChangeSet set) {
    return set.changes().size() > MAX_CHANGES;
  }

  private static CompletionStage<Void> tooLarge(ChangeSet set) {
    return CompletableFuture.failedStage(new TooLarge(set.changes().size()).asException());
  }
}
