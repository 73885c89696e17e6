package io.denizen.domain.membership;

import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.Slug;
import java.util.List;

/**
 * What a caller may say about a role, and change later.
 *
 * @param permissions what it grants: up to {@value #MAX_PERMISSIONS}, different, sorted whatever
 *     order they were given in; unmodifiable, like the other lists
 * @param includes other roles of the application whose permissions it grants too, up to {@value
 *     #MAX_ROLES}, and so on with what those include
 * @param assignableBy the roles of the application whose holders may hand this one out, up to
 *     {@value #MAX_ROLES}: for those who ask, nothing here is decided by it
 * @param owner whether whoever holds it owns the application or team; counts for the role that is
 *     held, not for those it includes
 * @param inherited whether holding it in a team counts in the teams inside that too; counts for the
 *     role that is held, not for those it includes
 */
public record RoleDetails(
    DisplayName displayName,
    Description description,
    List<PermissionPattern> permissions,
    List<Slug> includes,
    List<Slug> assignableBy,
    boolean owner,
    boolean inherited) {

  public static final int MAX_PERMISSIONS = 500;
  public static final int MAX_ROLES = 64;

  public RoleDetails {
    permissions = permissions(permissions);
    includes = roles(includes);
    assignableBy = roles(assignableBy);
  }

  /** A role that grants nothing yet. */
  public static RoleDetails named(DisplayName displayName) {
    return new RoleDetails(
        displayName, new Description(""), List.of(), List.of(), List.of(), false, false);
  }

  /** Those sorted. Refused with {@link InvalidValue} if they are too many, or one is repeated. */
  public static List<PermissionPattern> permissions(List<PermissionPattern> given) {
    return DistinctValues.sorted(given, MAX_PERMISSIONS, "permission");
  }

  /** Those sorted. Refused with {@link InvalidValue} if they are too many, or one is repeated. */
  public static List<Slug> roles(List<Slug> given) {
    return DistinctValues.sorted(given, MAX_ROLES, "role");
  }

  public RoleDetails withDisplayName(DisplayName newDisplayName) {
    return new RoleDetails(
        newDisplayName, description, permissions, includes, assignableBy, owner, inherited);
  }

  public RoleDetails withDescription(Description newDescription) {
    return new RoleDetails(
        displayName, newDescription, permissions, includes, assignableBy, owner, inherited);
  }

  public RoleDetails withPermissions(List<PermissionPattern> newPermissions) {
    return new RoleDetails(
        displayName, description, newPermissions, includes, assignableBy, owner, inherited);
  }

  public RoleDetails withIncludes(List<Slug> newIncludes) {
    return new RoleDetails(
        displayName, description, permissions, newIncludes, assignableBy, owner, inherited);
  }

  public RoleDetails withAssignableBy(List<Slug> newAssignableBy) {
    return new RoleDetails(
        displayName, description, permissions, includes, newAssignableBy, owner, inherited);
  }

  public RoleDetails withOwner(boolean newOwner) {
    return new RoleDetails(
        displayName, description, permissions, includes, assignableBy, newOwner, inherited);
  }

  public RoleDetails withInherited(boolean newInherited) {
    return new RoleDetails(
        displayName, description, permissions, includes, assignableBy, owner, newInherited);
  }
}
