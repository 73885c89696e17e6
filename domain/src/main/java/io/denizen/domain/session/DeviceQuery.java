package io.denizen.domain.session;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.Cursor;

/**
 * Which devices of an identity, by id, which is UUIDv7 and so increases with the time of creation.
 */
public record DeviceQuery(IdentityId identityId, boolean descending, boolean includingDeleted) {

  public static Cursor cursor(Device device) {
    return Cursor.at(device.id());
  }
}
