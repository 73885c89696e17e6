package io.denizen.domain.identity;

import io.denizen.domain.shared.TypedId;
import java.util.UUID;

/** Identifies what is kept as preferences; names use the id of their identity instead. */
public record PreferencesId(UUID value) implements TypedId {}
