package io.denizen.persistence.shared;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.shared.Failure;
import java.util.Map;
import java.util.Set;

/**
 * Where an aggregate is kept.
 *
 * @param taken what it means when a unique index of the table refuses a row, by the index's name
 * @param once unique indexes of which each row is the only one its parent may have: if one of them
 *     refuses a row, somebody else has written it first, and the decision was overtaken
 */
public record Table<A extends Audited>(
    Class<A> aggregate,
    Class<? extends TableSql<A>> sql,
    Map<String, Failure> taken,
    Set<String> once) {

  /** A table of things that there may be any number of. */
  public Table(Class<A> aggregate, Class<? extends TableSql<A>> sql, Map<String, Failure> taken) {
    this(aggregate, sql, taken, Set.of());
  }
}
