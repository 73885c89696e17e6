package io.denizen.persistence.session;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.session.RefreshToken;
import io.denizen.domain.session.RefreshTokenHash;
import io.denizen.domain.session.RefreshTokenId;
import io.denizen.domain.session.SessionId;
import io.denizen.domain.session.TokenSalt;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Lifecycle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code refresh_tokens}, column by column. */
record RefreshTokenRow(
    RefreshTokenId id,
    IdentityId identityId,
    SessionId sessionId,
    long generation,
    RefreshTokenHash tokenHash,
    TokenSalt salt,
    @Nullable Instant consumedAt,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt,
    @Nullable ChangeSetId deletionId,
    long version) {

  RefreshToken toRefreshToken() {
    return new RefreshToken(
        id,
        identityId,
        sessionId,
        generation,
        tokenHash,
        salt,
        consumedAt,
        new Lifecycle(createdAt, updatedAt, deletedAt, deletionId, version));
  }
}
