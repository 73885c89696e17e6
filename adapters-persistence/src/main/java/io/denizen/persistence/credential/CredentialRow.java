package io.denizen.persistence.credential;

import io.denizen.domain.credential.Credential;
import io.denizen.domain.credential.CredentialId;
import io.denizen.domain.credential.KeptPassword;
import io.denizen.domain.credential.PasswordHash;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Lifecycle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code credentials}, column by column. */
record CredentialRow(
    CredentialId id,
    IdentityId identityId,
    PasswordHash hash,
    boolean imported,
    int failedAttempts,
    @Nullable Instant lockedUntil,
    Instant changedAt,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt,
    @Nullable ChangeSetId deletionId,
    long version) {

  Credential toCredential() {
    return new Credential(
        id,
        identityId,
        new KeptPassword(hash, imported),
        failedAttempts,
        lockedUntil,
        changedAt,
        new Lifecycle(createdAt, updatedAt, deletedAt, deletionId, version));
  }
}
