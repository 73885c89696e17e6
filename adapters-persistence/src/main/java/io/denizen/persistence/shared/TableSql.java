package io.denizen.persistence.shared;

import io.denizen.domain.audit.Audited;
import java.util.List;
import java.util.UUID;

/** What the journal does with the table of an aggregate. */
public interface TableSql<A extends Audited> {

  void add(A created);

  /** Changes the row of the version before; no row if that is not there any more. */
  void update(A changed);

  /**
   * Keeps live rows from changing until the transaction ends, and tells their versions. Takes them
   * in the order of their ids, so that nobody waits for somebody who waits for them.
   */
  List<RowVersion> lock(UUID[] ids);
}
