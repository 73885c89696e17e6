package io.denizen.persistence.shared;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.shared.Failure;
import java.util.Map;

/**
 * Where an aggregate is kept.
 *
 * @param taken what it means when a unique index of the table refuses a row, by the index's name
 */
public record Table<A extends Audited>(
    Class<A> aggregate, Class<? extends TableSql<A>> sql, Map<String, Failure> taken) {}
