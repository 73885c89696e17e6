package io.denizen.domain.membership;

import io.denizen.domain.shared.TypedId;
import java.util.UUID;

/** Identifies a team. */
public record TeamId(UUID value) implements TypedId {}
