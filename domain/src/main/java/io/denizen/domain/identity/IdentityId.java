package io.denizen.domain.identity;

import io.denizen.domain.shared.TypedId;
import java.util.UUID;

/** Identifies an identity. */
public record IdentityId(UUID value) implements TypedId {}
