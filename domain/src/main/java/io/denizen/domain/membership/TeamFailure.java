package io.denizen.domain.membership;

import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Failure;
import java.util.Map;

/** Why something about a team was refused. */
public sealed interface TeamFailure extends Failure {

  /** There is no such team in the application, or it is deleted. */
  record NotFound(ApplicationId applicationId, TeamId id) implements TeamFailure {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String reason() {
      return "TEAM_NOT_FOUND";
    }

    @Override
    public String message() {
      return "There is no team " + Team.name(applicationId, id) + ", or it is deleted.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Team.name(applicationId, id).value());
    }
  }

  /** There is no such team in the application to be the parent of this one, or it is deleted. */
  record ParentNotFound(ApplicationId applicationId, TeamId parent) implements TeamFailure {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String reason() {
      return "TEAM_NOT_FOUND";
    }

    @Override
    public String message() {
      return "There is no team "
          + Team.name(applicationId, parent)
          + " to be the parent, or it is deleted.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of(
          "resource", Team.name(applicationId, parent).value(), "field", "team.parent_team");
    }
  }

  /** Another live team of the application has this slug. */
  record SlugTaken() implements TeamFailure {
    @Override
    public Kind kind() {
      return Kind.ALREADY_EXISTS;
    }

    @Override
    public String reason() {
      return "SLUG_TAKEN";
    }

    @Override
    public String message() {
      return "Another team of the application has this slug.";
    }
  }

  /** A move of a team into itself or into a team inside it. */
  record Cycle(ApplicationId applicationId, TeamId id, TeamId parent) implements TeamFailure {
    @Override
    public Kind kind() {
      return Kind.FAILED_PRECONDITION;
    }

    @Override
    public String reason() {
      return "TEAM_CYCLE";
    }

    @Override
    public String message() {
      return Team.name(applicationId, id)
          + " cannot be inside "
          + Team.name(applicationId, parent)
          + ", which is the team itself or inside it.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of(
          "resource",
          Team.name(applicationId, id).value(),
          "parent",
          Team.name(applicationId, parent).value());
    }
  }

  /** Delete without force of a team that still has teams inside it or memberships (AIP-135). */
  record HasChildren(ApplicationId applicationId, TeamId id) implements TeamFailure {
    @Override
    public Kind kind() {
      return Kind.FAILED_PRECONDITION;
    }

    @Override
    public String reason() {
      return "HAS_LIVE_CHILDREN";
    }

    @Override
    public String message() {
      return Team.name(applicationId, id)
          + " has teams inside it or memberships. Delete them first, or set force.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Team.name(applicationId, id).value());
    }
  }

  /** Undelete of a team that is live (AIP-164). */
  record NotDeleted(ApplicationId applicationId, TeamId id) implements TeamFailure {
    @Override
    public Kind kind() {
      return Kind.ALREADY_EXISTS;
    }

    @Override
    public String reason() {
      return "NOT_DELETED";
    }

    @Override
    public String message() {
      return Team.name(applicationId, id) + " is not deleted.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Team.name(applicationId, id).value());
    }
  }

  /** Undelete of a team whose application or parent team is deleted. */
  record ParentDeleted(ApplicationId applicationId, TeamId id, ResourceName parent)
      implements TeamFailure {
    @Override
    public Kind kind() {
      return Kind.FAILED_PRECONDITION;
    }

    @Override
    public String reason() {
      return "PARENT_DELETED";
    }

    @Override
    public String message() {
      return Team.name(applicationId, id)
          + " is in "
          + parent
          + ", which is deleted. Undelete that first.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Team.name(applicationId, id).value(), "parent", parent.value());
    }
  }
}
