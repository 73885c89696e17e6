package io.denizen.domain.identity;

import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Slug;
import org.jspecify.annotations.Nullable;

/**
 * Which external logins of one identity, by id, which is UUIDv7 and so increases with the time of
 * linking.
 *
 * @param provider null for all
 */
public record ExternalLoginQuery(
    IdentityId identityId, @Nullable Slug provider, boolean descending, boolean includingDeleted) {

  public static Cursor cursor(ExternalLogin login) {
    return Cursor.at(login.id());
  }
}
