package io.denizen.domain.session;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.Cursor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions of an identity, by id, which is UUIDv7 and so increases with the time of creation.
 * What is null does not restrict.
 *
 * @param state as of {@code now}
 */
public record SessionQuery(
    IdentityId identityId,
    @Nullable DeviceId deviceId,
    @Nullable SessionState state,
    Instant now,
    boolean descending,
    boolean includingDeleted) {

  public static Cursor cursor(Session session) {
    return Cursor.at(session.id());
  }
}
