package io.denizen.domain.shared;

import java.util.UUID;

/** Makes new ids: UUIDv7 (RFC 9562), increasing within the process. */
@FunctionalInterface
public interface Ids {

  UUID next();
}
