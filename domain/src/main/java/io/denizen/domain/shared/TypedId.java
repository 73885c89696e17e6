package io.denizen.domain.shared;

import java.util.UUID;

/** An id that knows what it identifies. Values are UUIDv7 (RFC 9562), made by {@link Ids}. */
public interface TypedId {

  UUID value();
}
