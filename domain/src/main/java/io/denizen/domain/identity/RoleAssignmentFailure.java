package io.denizen.domain.identity;

import io.denizen.domain.shared.Failure;
import java.util.Map;

/** Why something about the assignment of a system role was refused. */
public sealed interface RoleAssignmentFailure extends Failure {

  /** The identity has no such assignment, or it was deleted. */
  record NotFound(IdentityId identityId, RoleAssignmentId id) implements RoleAssignmentFailure {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String reason() {
      return "ROLE_ASSIGNMENT_NOT_FOUND";
    }

    @Override
    public String message() {
      return "There is no role assignment "
          + RoleAssignment.name(identityId, id)
          + ", or it is deleted.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", RoleAssignment.name(identityId, id).value());
    }
  }

  /** The identity has the role. */
  record Exists() implements RoleAssignmentFailure {
    @Override
    public Kind kind() {
      return Kind.ALREADY_EXISTS;
    }

    @Override
    public String reason() {
      return "ROLE_ASSIGNMENT_EXISTS";
    }

    @Override
    public String message() {
      return "The identity has this role already.";
    }
  }
}
