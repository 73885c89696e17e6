package io.denizen.domain.credential;

import io.denizen.domain.shared.TypedId;
import java.util.UUID;

/** Identifies the row of a credential; its name is its identity's. */
public record CredentialId(UUID value) implements TypedId {}
