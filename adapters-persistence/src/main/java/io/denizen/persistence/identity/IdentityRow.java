package io.denizen.persistence.identity;

import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.identity.IdentityState;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Slug;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code identities}, column by column. */
record IdentityRow(
    IdentityId id,
    IdentityKind kind,
    @Nullable EmailAddress email,
    @Nullable Slug slug,
    DisplayName displayName,
    IdentityState state,
    boolean emailVerified,
    @Nullable Instant lastLoginAt,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt,
    @Nullable ChangeSetId deletionId,
    long version) {

  Identity toIdentity() {
    return new Identity(
        id,
        kind,
        new IdentityDetails(email, slug, displayName),
        state,
        emailVerified,
        lastLoginAt,
        new Lifecycle(createdAt, updatedAt, deletedAt, deletionId, version));
  }
}
