package io.denizen.persistence.shared;

import java.util.UUID;

/** Which version of a row is there. */
public record RowVersion(UUID id, long version) {}
