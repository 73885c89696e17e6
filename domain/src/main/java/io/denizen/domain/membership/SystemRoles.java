package io.denizen.domain.membership;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The system roles, for reading: there is nothing to change about them.
 *
 * <p>Every method may complete exceptionally with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public interface SystemRoles {

  /** All of them, in the order of {@link io.denizen.domain.identity.SystemRole}. */
  CompletionStage<List<SystemRoleGrant>> all();
}
