package io.denizen.persistence.session;

import io.denizen.domain.audit.IpAddress;
import io.denizen.domain.audit.UserAgent;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.SignInEnd;
import io.denizen.domain.session.DeviceId;
import io.denizen.domain.session.Revocation;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionId;
import io.denizen.domain.session.SessionOrigin;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Lifecycle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code sessions}, column by column. */
record SessionRow(
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

  Session toSession() {
    return new Session(
        id,
        identityId,
        deviceId,
        new SessionOrigin(ipAddress, userAgent),
        expiresAt,
        revokedAt == null || revokeReason == null ? null : new Revocation(revokedAt, revokeReason),
        lastActiveAt,
        new Lifecycle(createdAt, updatedAt, deletedAt, deletionId, version));
  }
}
