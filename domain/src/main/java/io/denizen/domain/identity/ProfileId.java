package io.denizen.domain.identity;

import io.denizen.domain.shared.TypedId;
import java.util.UUID;

/** Identifies what is kept as a profile; names use the id of its identity instead. */
public record ProfileId(UUID value) implements TypedId {}
