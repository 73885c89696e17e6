package io.denizen.domain.audit;

import io.denizen.domain.shared.Failure;

/** Why a resource is not brought back, whatever its type. */
public sealed interface ResourceFailure extends Failure {

  /** It is live (AIP-164). */
  record NotDeleted(ResourceName resource) implements ResourceFailure {
    @Override
    public Details details() {
      return Details.of(Kind.ALREADY_EXISTS, "NOT_DELETED", resource + " is not deleted.")
          .with("resource", resource);
    }
  }

  /** What it is in, or of, is deleted. */
  record ParentDeleted(ResourceName resource, ResourceName parent) implements ResourceFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.FAILED_PRECONDITION,
              "PARENT_DELETED",
              resource + " needs " + parent + ", which is deleted. Undelete that first.")
          .with("resource", resource)
          .with("parent", parent);
    }
  }
}
