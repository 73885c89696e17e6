package io.denizen.persistence.identity;

import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.ExternalAccount;
import io.denizen.domain.identity.ExternalLogin;
import io.denizen.domain.identity.ExternalLoginId;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Slug;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code external_logins}, column by column. */
record ExternalLoginRow(
    ExternalLoginId id,
    IdentityId identityId,
    Slug provider,
    String subject,
    @Nullable EmailAddress email,
    @Nullable DisplayName displayName,
    @Nullable Instant lastUsedAt,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt,
    @Nullable ChangeSetId deletionId,
    long version) {

  ExternalLogin toExternalLogin() {
    return new ExternalLogin(
        id,
        identityId,
        new ExternalAccount(provider, subject),
        email,
        displayName,
        lastUsedAt,
        new Lifecycle(createdAt, updatedAt, deletedAt, deletionId, version));
  }
}
