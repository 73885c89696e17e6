package io.denizen.domain.membership;

import io.denizen.domain.shared.TypedId;
import java.util.UUID;

/** Identifies a invitation. */
public record InvitationId(UUID value) implements TypedId {}
