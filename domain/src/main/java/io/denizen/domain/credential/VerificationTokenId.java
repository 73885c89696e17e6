package io.denizen.domain.credential;

import io.denizen.domain.shared.TypedId;
import java.util.UUID;

/** Identifies a verification token; no secret. */
public record VerificationTokenId(UUID value) implements TypedId {}
