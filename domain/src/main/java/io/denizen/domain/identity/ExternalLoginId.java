package io.denizen.domain.identity;

import io.denizen.domain.shared.TypedId;
import java.util.UUID;

/** Identifies an external login. */
public record ExternalLoginId(UUID value) implements TypedId {}
