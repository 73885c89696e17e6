package io.denizen.domain.identity;

import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The assignments of system roles, for reading. Deleted ones are left out unless a method says that
 * it includes them. One of another identity than the one that is asked for is not found.
 *
 * <p>Every method may complete exceptionally with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public interface RoleAssignments extends IdentityParts<RoleAssignment> {

  CompletionStage<Optional<RoleAssignment>> byId(IdentityId identityId, RoleAssignmentId id);

  CompletionStage<Optional<RoleAssignment>> byIdIncludingDeleted(
      IdentityId identityId, RoleAssignmentId id);

  CompletionStage<Page<RoleAssignment>> list(RoleAssignmentQuery query, PageRequest page);
}
