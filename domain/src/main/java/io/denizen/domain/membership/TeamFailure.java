package io.denizen.domain.membership;

import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Failure;

/** Why something about a team was refused. */
public sealed interface TeamFailure extends Failure {

  /** There is no such team in the application, or it is deleted. */
  record NotFound(ApplicationId applicationId, TeamId id) implements TeamFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.NOT_FOUND,
              "TEAM_NOT_FOUND",
              "There is no team " + Team.name(applicationId, id) + ", or it is deleted.")
          .with("resource", Team.name(applicationId, id));
    }
  }

  /** There is no such team in the application to be the parent of this one, or it is deleted. */
  record ParentNotFound(ApplicationId applicationId, TeamId parent) implements TeamFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.NOT_FOUND,
              "TEAM_NOT_FOUND",
              "There is no team "
                  + Team.name(applicationId, parent)
                  + " to be the parent, or it is deleted.")
          .with("resource", Team.name(applicationId, parent))
          .with("field", "team.parent_team");
    }
  }

  /** Another live team of the application has this slug. */
  record SlugTaken() implements TeamFailure {
    @Override
    public Details details() {
      return Details.of(
          Kind.ALREADY_EXISTS, "SLUG_TAKEN", "Another team of the application has this slug.");
    }
  }

  /** A move of a team into itself or into a team inside it. */
  record Cycle(ApplicationId applicationId, TeamId id, TeamId parent) implements TeamFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.FAILED_PRECONDITION,
              "TEAM_CYCLE",
              Team.name(applicationId, id)
                  + " cannot be inside "
                  + Team.name(applicationId, parent)
                  + ", which is the team itself or inside it.")
          .with("resource", Team.name(applicationId, id))
          .with("parent", Team.name(applicationId, parent));
    }
  }

  /** Delete without force of a team that still has teams inside it or memberships (AIP-135). */
  record HasChildren(ApplicationId applicationId, TeamId id) implements TeamFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.FAILED_PRECONDITION,
              "HAS_LIVE_CHILDREN",
              Team.name(applicationId, id)
                  + " has teams inside it or memberships. Delete them first, or set force.")
          .with("resource", Team.name(applicationId, id));
    }
  }
}
