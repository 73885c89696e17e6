package io.denizen.domain.audit;

import io.denizen.domain.shared.TypedId;
import java.util.UUID;

/** Identifies an audit event. */
public record AuditEventId(UUID value) implements TypedId {}
