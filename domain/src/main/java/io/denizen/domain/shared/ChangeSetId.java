package io.denizen.domain.shared;

import java.util.UUID;

/**
 * Identifies one atomic set of changes; what a deletion removed together, an undelete restores
 * together.
 */
public record ChangeSetId(UUID value) implements TypedId {}
