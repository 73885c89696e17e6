package io.denizen.domain.audit;

import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.TypedId;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate: it changes as a whole, by way of a {@link ChangeSet}, and every change leaves an
 * audit event.
 */
public interface Audited {

  TypedId id();

  /** The noun of its actions: {@code identity} in {@code identity.created}. */
  String noun();

  ResourceName name();

  /** The application that it belongs to, if it belongs to one. */
  @Nullable ApplicationId applicationId();

  Lifecycle lifecycle();

  /**
   * The change set that deleted it. Refused with {@link ResourceFailure.NotDeleted} if it is live.
   */
  default ChangeSetId deletion() {
    ChangeSetId deletion = lifecycle().deletion();
    if (deletion == null) {
      throw new ResourceFailure.NotDeleted(name()).asException();
    }
    return deletion;
  }

  /** Refuses with {@link ResourceFailure.NotDeleted} if it is live. */
  default void requireDeleted() {
    deletion();
  }

  /** All of it as the audit trail keeps it, complete enough to rebuild it; never a secret. */
  Document image();
}
