package io.denizen.domain.identity;

import io.denizen.domain.shared.Failure;

/** Why something about the assignment of a system role was refused. */
public sealed interface RoleAssignmentFailure extends Failure {

  /** The identity has no such assignment, or it was deleted. */
  record NotFound(IdentityId identityId, RoleAssignmentId id) implements RoleAssignmentFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.NOT_FOUND,
              "ROLE_ASSIGNMENT_NOT_FOUND",
              "There is no role assignment "
                  + RoleAssignment.name(identityId, id)
                  + ", or it is deleted.")
          .with("resource", RoleAssignment.name(identityId, id));
    }
  }

  /** The identity has the role. */
  record Exists() implements RoleAssignmentFailure {
    @Override
    public Details details() {
      return Details.of(
          Kind.ALREADY_EXISTS, "ROLE_ASSIGNMENT_EXISTS", "The identity has this role already.");
    }
  }
}
