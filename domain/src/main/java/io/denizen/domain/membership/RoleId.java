package io.denizen.domain.membership;

import io.denizen.domain.shared.TypedId;
import java.util.UUID;

/** Identifies a role of an application. */
public record RoleId(UUID value) implements TypedId {}
