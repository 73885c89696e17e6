package io.denizen.domain.shared;

import java.util.UUID;

/**
 * Identifies an application. Shared, because an audit event names the application it happened in.
 */
public record ApplicationId(UUID value) implements TypedId {}
