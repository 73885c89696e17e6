package io.denizen.persistence.credential;

import io.denizen.domain.credential.VerificationPurpose;
import io.denizen.domain.credential.VerificationToken;
import io.denizen.domain.credential.VerificationTokenId;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.TokenHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code verification_tokens}, column by column. */
record VerificationTokenRow(
    VerificationTokenId id,
    IdentityId identityId,
    VerificationPurpose purpose,
    TokenHash tokenHash,
    @Nullable EmailAddress email,
    Instant expiresAt,
    @Nullable Instant consumedAt,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt,
    @Nullable ChangeSetId deletionId,
    long version) {

  VerificationToken toVerificationToken() {
    return new VerificationToken(
        id,
        identityId,
        purpose,
        tokenHash,
        email,
        expiresAt,
        consumedAt,
        new Lifecycle(createdAt, updatedAt, deletedAt, deletionId, version));
  }
}
