package io.denizen.persistence.session;

import io.denizen.domain.audit.IpAddress;
import io.denizen.domain.audit.UserAgent;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.SignInEnd;
import io.denizen.domain.session.DeviceId;
import io.denizen.domain.session.PresentedToken;
import io.denizen.domain.session.RefreshToken;
import io.denizen.domain.session.RefreshTokenHash;
import io.denizen.domain.session.RefreshTokenId;
import io.denizen.domain.session.SessionId;
import io.denizen.domain.session.TokenSalt;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Lifecycle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code refresh_tokens} beside that of its session. */
record PresentedRow(
    RefreshTokenId tokenId,
    long generation,
    RefreshTokenHash tokenHash,
    TokenSalt salt,
    @Nullable Instant consumedAt,
    Instant tokenCreatedAt,
    Instant tokenUpdatedAt,
    @Nullable Instant tokenDeletedAt,
    @Nullable ChangeSetId tokenDeletionId,
    long tokenVersion,
    SessionId id,
    IdentityId identityId,
    @Nullable DeviceId deviceId,
    @Nullable IpAddress ipAddress,
    @Nullable UserAgent userAgent,
    Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable SignInEnd revokeReason,
    Instant lastActiveAt,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt,
    @Nullable ChangeSetId deletionId,
    long version) {

  PresentedToken toPresentedToken() {
    return new PresentedToken(
        new RefreshToken(
            tokenId,
            identityId,
            id,
            generation,
            tokenHash,
            salt,
            consumedAt,
            new Lifecycle(
                tokenCreatedAt, tokenUpdatedAt, tokenDeletedAt, tokenDeletionId, tokenVersion)),
        session().toSession());
  }

  private SessionRow session() {
    return new SessionRow(
        id,
        identityId,
        deviceId,
        ipAddress,
        userAgent,
        expiresAt,
        revokedAt,
        revokeReason,
        lastActiveAt,
        createdAt,
        updatedAt,
        deletedAt,
        deletionId,
        version);
  }
}
