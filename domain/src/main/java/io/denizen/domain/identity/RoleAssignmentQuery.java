package io.denizen.domain.identity;

import io.denizen.domain.shared.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Which role assignments, by id, which is UUIDv7 and so increases with the time of the assignment.
 * What is null does not restrict.
 */
public record RoleAssignmentQuery(
    @Nullable IdentityId identityId,
    @Nullable SystemRole role,
    boolean descending,
    boolean includingDeleted) {

  public static Cursor cursor(RoleAssignment assignment) {
    return Cursor.at(assignment.id());
  }
}
