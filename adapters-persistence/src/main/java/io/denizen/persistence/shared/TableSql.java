package io.denizen.persistence.shared;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.shared.TypedId;
import org.jspecify.annotations.Nullable;

/** What the journal does with the table of an aggregate. */
public interface TableSql<A extends Audited> {

  void add(A created);

  /** Changes the row of the version before; no row if that is not there any more. */
  void update(A changed);

  /** Keeps a live row from changing until the transaction ends, and tells its version. */
  @Nullable Long lock(TypedId id);
}
