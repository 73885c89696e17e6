package io.denizen.persistence.identity;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.Preferences;
import io.denizen.domain.identity.PreferencesId;
import io.denizen.domain.identity.Settings;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code preferences}, column by column. */
record PreferencesRow(
    PreferencesId id,
    IdentityId identityId,
    Document settings,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt,
    @Nullable ChangeSetId deletionId,
    long version) {

  Preferences toPreferences() {
    return new Preferences(
        id,
        identityId,
        new Settings(settings),
        new Lifecycle(createdAt, updatedAt, deletedAt, deletionId, version));
  }
}
