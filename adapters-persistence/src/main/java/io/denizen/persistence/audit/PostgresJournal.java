package io.denizen.persistence.audit;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.JournalFailure.TooLarge;
import io.denizen.domain.shared.Ids;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Table;
import io.denizen.persistence.shared.TableSql;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.executor.BatchExecutorException;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.SqlSession;

/**
 * Writes a change set in one transaction: its request first, so that a repeat is refused before
 * anything else; then its audit events, because the database refuses a row whose event is not
 * there; then the rows, in the order decided.
 */
final class PostgresJournal implements Journal {

  private final Database database;
  private final Ids ids;
  private final Map<Class<?>, Table<?>> tables;
  private final Refusals refusals;

  PostgresJournal(Database database, Ids ids, List<Table<?>> tables) {
    this.database = database;
    this.ids = ids;
    this.tables = tables.stream().collect(toUnmodifiableMap(Table::aggregate, Function.identity()));
    this.refusals = new Refusals(tables);
  }

  @Override
  public CompletionStage<Void> commit(ChangeSet set) {
    return set.isEmpty() ? CompletableFuture.completedStage(null) : write(set, Database::transact);
  }

  @Override
  public CompletionStage<Void> rehearse(ChangeSet set) {
    return set.isEmpty() ? CompletableFuture.completedStage(null) : write(set, Database::rehearse);
  }

  private CompletionStage<Void> write(ChangeSet set, Writing writing) {
    if (set.changes().size() > MAX_CHANGES) {
      return CompletableFuture.failedStage(new TooLarge(set.changes().size()).asException());
    }
    return writing.run(
        database,
        session -> {
          try {
            write(set, session);
          } catch (RuntimeException refused) {
            throw refusals.explain(refused, set);
          }
        });
  }

  private void write(ChangeSet set, SqlSession session) {
    if (set.request() != null) {
      session.getMapper(RequestSql.class).add(RequestRow.of(set.request(), set));
    }
    lock(set.observed(), session);
    AuditSql audit = session.getMapper(AuditSql.class);
    List<AuditEvent> events = set.events(ids);
    events.forEach(audit::add);
    events.stream().filter(AuditEvent::hasImages).forEach(audit::addImages);
    set.changes().forEach(change -> write(change, session));
    flush(session);
  }

  private static void flush(SqlSession session) {
    try {
      session.flushStatements().forEach(PostgresJournal::requireEveryRow);
    } catch (PersistenceException refused) {
      // What was refused may only follow from an update before it that found no row: a team keeps
      // a membership that was changed meanwhile.
      if (refused.getCause() instanceof BatchExecutorException batch) {
        batch.getSuccessfulBatchResults().forEach(PostgresJournal::requireEveryRow);
      }
      throw refused;
    }
  }

  /**
   * In the order of their ids, so that two sets that observe the same aggregates never wait for
   * each other.
   */
  private void lock(List<Audited> observed, SqlSession session) {
    observed.stream()
        .sorted(Comparator.comparing(aggregate -> aggregate.id().value()))
        .forEach(
            aggregate -> {
              Long version = sql(aggregate, session).lock(aggregate.id());
              if (version == null || version != aggregate.lifecycle().version()) {
                throw new StaleVersion(aggregate.name()).asException();
              }
            });
  }

  private <A extends Audited> void write(Change<A> change, SqlSession session) {
    TableSql<A> sql = sql(change.after(), session);
    if (change.before() == null) {
      sql.add(change.after());
    } else {
      sql.update(change.after());
    }
  }

  @SuppressWarnings("unchecked") // A table is registered under the class of its own aggregate.
  private <A extends Audited> TableSql<A> sql(A aggregate, SqlSession session) {
    Table<?> table = tables.get(aggregate.getClass());
    if (table == null) {
      throw new IllegalStateException("no table for " + aggregate.getClass());
    }
    return (TableSql<A>) session.getMapper(table.sql());
  }

  /** An update that found no row was decided on a version that is no longer there. */
  private static void requireEveryRow(BatchResult result) {
    if (result.getMappedStatement().getSqlCommandType() != SqlCommandType.UPDATE) {
      return;
    }
    int[] counts = result.getUpdateCounts();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 0 && result.getParameterObjects().get(i) instanceof Audited aggregate) {
        throw new StaleVersion(aggregate.name()).asException();
      }
    }
  }

  /** For real, or to be taken back. */
  private interface Writing {
    CompletionStage<Void> run(Database database, Consumer<SqlSession> work);
  }
}
