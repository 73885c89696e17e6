package io.denizen.domain.membership;

import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Failure;
import java.util.Map;

/** Why something about an application was refused. */
public sealed interface ApplicationFailure extends Failure {

  /** There is no such application, or it is deleted. */
  record NotFound(ApplicationId id) implements ApplicationFailure {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String reason() {
      return "APPLICATION_NOT_FOUND";
    }

    @Override
    public String message() {
      return "There is no application " + Application.name(id) + ", or it is deleted.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Application.name(id).value());
    }
  }

  /** Another live application has this slug. */
  record SlugTaken() implements ApplicationFailure {
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
      return "Another application has this slug.";
    }
  }

  /** Undelete of an application that is live (AIP-164). */
  record NotDeleted(ApplicationId id) implements ApplicationFailure {
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
      return Application.name(id) + " is not deleted.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Application.name(id).value());
    }
  }

  /**
   * Delete without force of an application that still has teams, roles or memberships (AIP-135).
   */
  record HasChildren(ApplicationId id) implements ApplicationFailure {
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
      return Application.name(id)
          + " has teams, roles or memberships. Delete them first, or set force.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Application.name(id).value());
    }
  }
}
