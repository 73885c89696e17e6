package io.denizen.domain.membership;

import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Failure;

/** Why something about an application was refused. */
public sealed interface ApplicationFailure extends Failure {

  /** There is no such application, or it is deleted. */
  record NotFound(ApplicationId id) implements ApplicationFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.NOT_FOUND,
              "APPLICATION_NOT_FOUND",
              "There is no application " + Application.name(id) + ", or it is deleted.")
          .with("resource", Application.name(id));
    }
  }

  /** Another live application has this slug. */
  record SlugTaken() implements ApplicationFailure {
    @Override
    public Details details() {
      return Details.of(Kind.ALREADY_EXISTS, "SLUG_TAKEN", "Another application has this slug.");
    }
  }

  /**
   * Delete without force of an application that still has teams, roles or memberships (AIP-135).
   */
  record HasChildren(ApplicationId id) implements ApplicationFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.FAILED_PRECONDITION,
              "HAS_LIVE_CHILDREN",
              Application.name(id)
                  + " has teams, roles or memberships. Delete them first, or set force.")
          .with("resource", Application.name(id));
    }
  }
}
