package io.denizen.domain.session;

import io.denizen.domain.shared.TypedId;
import java.util.UUID;

/** Identifies a session. */
public record SessionId(UUID value) implements TypedId {}
