package io.denizen.domain.session;

import io.denizen.domain.shared.TypedId;
import java.util.UUID;

/** Identifies a refresh token; it is no secret. */
public record RefreshTokenId(UUID value) implements TypedId {}
