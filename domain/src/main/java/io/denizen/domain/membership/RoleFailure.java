package io.denizen.domain.membership;

import io.denizen.domain.identity.RoleAssignment;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Slug;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Why something about a role was refused. */
public sealed interface RoleFailure extends Failure {

  /** There is no such role in the application, or it is deleted. */
  record NotFound(ApplicationId applicationId, RoleId id) implements RoleFailure {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String reason() {
      return "ROLE_NOT_FOUND";
    }

    @Override
    public String message() {
      return "There is no role " + Role.name(applicationId, id) + ", or it is deleted.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Role.name(applicationId, id).value());
    }
  }

  /**
   * A role was named that the application does not have, or that is deleted.
   *
   * @param field where it was named, such as {@code membership.roles}
   */
  record Unknown(ApplicationId applicationId, Slug slug, String field) implements RoleFailure {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String reason() {
      return "ROLE_NOT_FOUND";
    }

    @Override
    public String message() {
      return Application.name(applicationId) + " has no role " + slug + ", or it is deleted.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of(
          "resource",
          Application.name(applicationId).value(),
          "role",
          slug.value(),
          "field",
          field);
    }
  }

  /** Another live role of the application has this slug. */
  record SlugTaken() implements RoleFailure {
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
      return "Another role of the application has this slug.";
    }
  }

  /** A role that would include itself, perhaps by way of others. */
  record Cycle(ApplicationId applicationId, Slug slug) implements RoleFailure {
    @Override
    public Kind kind() {
      return Kind.FAILED_PRECONDITION;
    }

    @Override
    public String reason() {
      return "ROLE_CYCLE";
    }

    @Override
    public String message() {
      return "The role " + slug + " would include itself, perhaps by way of others.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of(
          "resource",
          Application.name(applicationId).value(),
          "role",
          slug.value(),
          "field",
          "role.includes");
    }
  }

  /** Delete without force of a role that is held or included. */
  record InUse(ApplicationId applicationId, RoleId id) implements RoleFailure {
    @Override
    public Kind kind() {
      return Kind.FAILED_PRECONDITION;
    }

    @Override
    public String reason() {
      return "ROLE_IN_USE";
    }

    @Override
    public String message() {
      return Role.name(applicationId, id)
          + " is held by memberships or included in other roles. Take it from them first, or set force.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Role.name(applicationId, id).value());
    }
  }

  /** Undelete of a role that is live (AIP-164). */
  record NotDeleted(ApplicationId applicationId, RoleId id) implements RoleFailure {
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
      return Role.name(applicationId, id) + " is not deleted.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", Role.name(applicationId, id).value());
    }
  }

  /** Undelete of a role whose application is deleted. */
  record ParentDeleted(ApplicationId applicationId, RoleId id) implements RoleFailure {
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
      return Role.name(applicationId, id)
          + " is in "
          + Application.name(applicationId)
          + ", which is deleted. Undelete that first.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of(
          "resource",
          Role.name(applicationId, id).value(),
          "parent",
          Application.name(applicationId).value());
    }
  }

  /** There is no system role of this slug. */
  record NoSystemRole(Slug slug) implements RoleFailure {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String reason() {
      return "ROLE_NOT_FOUND";
    }

    @Override
    public String message() {
      return "There is no system role " + RoleAssignment.roleName(slug) + ".";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", RoleAssignment.roleName(slug).value());
    }
  }

  /** A change of a system role. */
  record Immutable(Slug slug) implements RoleFailure {
    @Override
    public Kind kind() {
      return Kind.FAILED_PRECONDITION;
    }

    @Override
    public String reason() {
      return "ROLE_IMMUTABLE";
    }

    @Override
    public String message() {
      return RoleAssignment.roleName(slug) + " is a system role, which nobody changes.";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", RoleAssignment.roleName(slug).value());
    }
  }

  /**
   * Refuses with {@link Unknown} if one of the roles is not among those that were found.
   *
   * @param field where they were named
   */
  static void requireKnown(
      String field, ApplicationId applicationId, List<Slug> named, List<Role> found) {
    requireKnown(
        field, applicationId, named, found.stream().map(Role::slug).collect(Collectors.toSet()));
  }

  /** As above, with the slugs of those that were found. */
  static void requireKnown(
      String field, ApplicationId applicationId, List<Slug> named, Set<Slug> known) {
    for (Slug slug : named) {
      if (!known.contains(slug)) {
        throw new Unknown(applicationId, slug, field).asException();
      }
    }
  }
}
