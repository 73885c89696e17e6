package io.denizen.persistence.identity;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.RoleAssignment;
import io.denizen.domain.identity.RoleAssignmentId;
import io.denizen.domain.identity.SystemRole;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Lifecycle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code role_assignments}, column by column. */
record RoleAssignmentRow(
    RoleAssignmentId id,
    IdentityId identityId,
    SystemRole role,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt,
    @Nullable ChangeSetId deletionId,
    long version) {

  RoleAssignment toRoleAssignment() {
    return new RoleAssignment(
        id, identityId, role, new Lifecycle(createdAt, updatedAt, deletedAt, deletionId, version));
  }
}
