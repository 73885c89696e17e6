package io.denizen.persistence.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.shared.Ids;
import io.denizen.persistence.shared.RowVersion;
import io.denizen.persistence.shared.Table;
import io.denizen.persistence.shared.TableSql;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.executor.BatchExecutorException;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.SqlSession;

/**
 * Writes change sets in a transaction: their requests first, so that a repeat is refused before
 * anything else; then their audit events, because the database refuses a row whose event is not
 * there; then the rows. What is written to the same table goes there together.
 */
final class ChangeSetWriter {

  private final Ids ids;
  private final Map<Class<?>, Table<?>> tables;

  ChangeSetWriter(Ids ids, List<Table<?>> tables) {
    this.ids = ids;
    this.tables = tables.stream().collect(toUnmodifiableMap(Table::aggregate, Function.identity()));
  }

  /**
   * Writes all of the sets, or throws.
   *
   * @param sets of which none touches what another touches
   * @param session that sends its statements in batches
   */
  void write(List<ChangeSet> sets, SqlSession session) {
    RequestSql requests = session.getMapper(RequestSql.class);
    sets.stream().flatMap(set -> RequestRow.of(set).stream()).forEach(requests::add);
    lock(sets, session);
    AuditSql audit = session.getMapper(AuditSql.class);
    List<AuditEvent> events = sets.stream().flatMap(set -> set.events(ids).stream()).toList();
    events.forEach(audit::add);
    events.stream().filter(AuditEvent::hasImages).forEach(audit::addImages);
    Steps.of(sets).forEach(change -> write(change, session));
    flush(session);
  }

  private static void flush(SqlSession session) {
    try {
      session.flushStatements().forEach(ChangeSetWriter::requireEveryRow);
    } catch (PersistenceException refused) {
      // What was refused may only follow from an update before it that found no row: a team keeps
      // a membership that was changed meanwhile.
      if (refused.getCause() instanceof BatchExecutorException batch) {
        batch.getSuccessfulBatchResults().forEach(ChangeSetWriter::requireEveryRow);
      }
      throw refused;
    }
  }

  /**
   * Of sets that rely on what they do not change. What they do change is locked along with it: else
   * two sets, each of which changes what the other relies on, would wait for each other. Every
   * server takes the tables in the same order.
   */
  private void lock(List<ChangeSet> sets, SqlSession session) {
    sets.stream()
        .filter(set -> !set.observed().isEmpty())
        .flatMap(set -> Stream.concat(set.observed().stream(), changed(set)))
        .collect(groupingBy(row -> row.getClass().getName(), TreeMap::new, toList()))
        .values()
        .forEach(aggregates -> lockRows(aggregates, session));
  }

  private static Stream<Audited> changed(ChangeSet set) {
    return set.changes().stream()
        .map(Change::before)
        .<Audited>flatMap(Stream::ofNullable)
        .filter(before -> before.lifecycle().isLive());
  }

  private void lockRows(List<Audited> aggregates, SqlSession session) {
    UUID[] rows = aggregates.stream().map(row -> row.id().value()).distinct().toArray(UUID[]::new);
    Map<UUID, Long> versions =
        sql(aggregates.getFirst(), session).lock(rows).stream()
            .collect(toUnmodifiableMap(RowVersion::id, RowVersion::version));
    for (Audited aggregate : aggregates) {
      Long version = versions.get(aggregate.id().value());
      if (version == null || version != aggregate.lifecycle().version()) {
        throw new StaleVersion(aggregate.name()).asException();
      }
    }
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
}
