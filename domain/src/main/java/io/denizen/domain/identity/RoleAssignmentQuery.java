package io.denizen.domain.identity;

import io.denizen.domain.shared.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Which role assignments of one identity, by id, which is UUIDv7 and so increases with the time of
 * the assignment.
 *
 * @param role null for all
 */
public record RoleAssignmentQuery(
    IdentityId identityId,
    @Nullable SystemRole role,
    boolean descending,
    boolean includingDeleted) {

  public static Cursor cursor(RoleAssignment assignment) {
    return Cursor.at(assignment.id());
  }
}
