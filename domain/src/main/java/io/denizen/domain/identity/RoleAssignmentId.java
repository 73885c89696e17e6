package io.denizen.domain.identity;

import io.denizen.domain.shared.TypedId;
import java.util.UUID;

/** Identifies the assignment of a system role. */
public record RoleAssignmentId(UUID value) implements TypedId {}
