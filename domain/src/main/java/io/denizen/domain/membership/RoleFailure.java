package io.denizen.domain.membership;

import io.denizen.domain.identity.RoleAssignment;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Slug;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why something about a role was refused. */
public sealed interface RoleFailure extends Failure {

  /** There is no such role in the application, or it is deleted. */
  record NotFound(ApplicationId applicationId, RoleId id) implements RoleFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.NOT_FOUND,
              "ROLE_NOT_FOUND",
              "There is no role " + Role.name(applicationId, id) + ", or it is deleted.")
          .with("resource", Role.name(applicationId, id));
    }
  }

  /**
   * A role was named that the application does not have, or that is deleted.
   *
   * @param field where it was named, such as {@code membership.roles}; null if not in the request
   */
  record Unknown(ApplicationId applicationId, Slug slug, @Nullable String field)
      implements RoleFailure {
    @Override
    public Details details() {
      Details details =
          Details.of(
                  Kind.NOT_FOUND,
                  "ROLE_NOT_FOUND",
                  Application.name(applicationId) + " has no role " + slug + ", or it is deleted.")
              .with("resource", Application.name(applicationId))
              .with("role", slug);
      return field == null ? details : details.with("field", field);
    }
  }

  /** Another role of the application has this slug, or had it before it was deleted. */
  record SlugTaken() implements RoleFailure {
    @Override
    public Details details() {
      return Details.of(
          Kind.ALREADY_EXISTS,
          "SLUG_TAKEN",
          "Another role of the application has this slug, or had it before it was deleted."
              + " A deleted role can be undeleted.");
    }
  }

  /** A role that would include itself, perhaps by way of others. */
  record Cycle(ApplicationId applicationId, Slug slug) implements RoleFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.FAILED_PRECONDITION,
              "ROLE_CYCLE",
              "The role " + slug + " would include itself, perhaps by way of others.")
          .with("resource", Application.name(applicationId))
          .with("role", slug)
          .with("field", "role.includes");
    }
  }

  /** Delete without force of a role that is held or included. */
  record InUse(ApplicationId applicationId, RoleId id) implements RoleFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.FAILED_PRECONDITION,
              "ROLE_IN_USE",
              Role.name(applicationId, id)
                  + " is held by memberships or included in other roles. Take it from them first, or set force.")
          .with("resource", Role.name(applicationId, id));
    }
  }

  /** There is no system role of this slug. */
  record NoSystemRole(Slug slug) implements RoleFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.NOT_FOUND,
              "ROLE_NOT_FOUND",
              "There is no system role " + RoleAssignment.roleName(slug) + ".")
          .with("resource", RoleAssignment.roleName(slug));
    }
  }

  /** A change of a system role. */
  record Immutable(Slug slug) implements RoleFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.FAILED_PRECONDITION,
              "ROLE_IMMUTABLE",
              RoleAssignment.roleName(slug) + " is a system role, which nobody changes.")
          .with("resource", RoleAssignment.roleName(slug));
    }
  }

  /**
   * Refuses with {@link Unknown} if one of the roles is not among those that were found.
   *
   * @param field where they were named; null if not in the request
   */
  static void requireKnown(
      @Nullable String field, ApplicationId applicationId, List<Slug> named, List<Role> found) {
    requireKnown(
        field, applicationId, named, found.stream().map(Role::slug).collect(Collectors.toSet()));
  }

  /** As above, with the slugs of those that were found. */
  static void requireKnown(
      @Nullable String field, ApplicationId applicationId, List<Slug> named, Set<Slug> known) {
    for (Slug slug : named) {
      if (!known.contains(slug)) {
        throw new Unknown(applicationId, slug, field).asException();
      }
    }
  }
}
