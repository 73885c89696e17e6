package io.denizen.domain.membership;

import io.denizen.domain.shared.TypedId;
import java.util.UUID;

/** Identifies a membership. */
public record MembershipId(UUID value) implements TypedId {}
