package io.denizen.domain.session;

import io.denizen.domain.shared.TypedId;
import java.util.UUID;

/** Identifies a device. */
public record DeviceId(UUID value) implements TypedId {}
