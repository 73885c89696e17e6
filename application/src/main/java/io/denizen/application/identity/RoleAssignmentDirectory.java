package io.denizen.application.identity;

import io.denizen.application.shared.Found;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.RoleAssignment;
import io.denizen.domain.identity.RoleAssignmentFailure;
import io.denizen.domain.identity.RoleAssignmentId;
import io.denizen.domain.identity.RoleAssignmentQuery;
import io.denizen.domain.identity.RoleAssignments;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.util.concurrent.CompletionStage;

/**
 * Answers which system roles identities have been assigned. Every method is told who asks;
 * everybody may.
 *
 * <p>Any method may complete with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public final class RoleAssignmentDirectory {

  private final Identities identities;
  private final RoleAssignments assignments;

  public RoleAssignmentDirectory(Identities identities, RoleAssignments assignments) {
    this.identities = identities;
    this.assignments = assignments;
  }

  /** One role assignment. Fails with {@link RoleAssignmentFailure.NotFound}. */
  public CompletionStage<RoleAssignment> get(
      Caller caller, IdentityId identityId, RoleAssignmentId id, boolean includingDeleted) {
    return Found.or(
        includingDeleted
            ? assignments.byIdIncludingDeleted(identityId, id)
            : assignments.byId(identityId, id),
        () -> new RoleAssignmentFailure.NotFound(identityId, id));
  }

  /** Fails with {@link IdentityFailure.NotFound} if an identity is named that is not there. */
  public CompletionStage<Page<RoleAssignment>> list(
      Caller caller, RoleAssignmentQuery query, PageRequest page) {
    IdentityId id = query.identityId();
    if (id == null) {
      return assignments.list(query, page);
    }
    return Found.or(
            query.includingDeleted() ? identities.byIdIncludingDeleted(id) : identities.byId(id),
            () -> new IdentityFailure.NotFound(id))
        .thenCombine(assignments.list(query, page), (identity, found) -> found);
  }
}
