package io.denizen.application.shared;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import org.jspecify.annotations.Nullable;

/** Holds what a caller saw against what is there (AIP-154). */
public final class Expected {

  private Expected() {}

  /**
   * Gives the aggregate back if it is the version that the caller saw.
   *
   * @param version null if the caller does not say what it saw
   * @throws io.denizen.domain.shared.FailureException with {@link StaleVersion} if it is another
   *     version
   */
  public static <A extends Audited> A version(@Nullable Long version, A current) {
    if (version != null && version != current.lifecycle().version()) {
      throw new StaleVersion(current.name()).asException();
    }
    return current;
  }
}
