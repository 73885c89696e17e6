package io.denizen.persistence.membership;

import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationDetails;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Slug;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code applications}, column by column. */
record ApplicationRow(
    ApplicationId id,
    Slug slug,
    DisplayName displayName,
    Description description,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt,
    @Nullable ChangeSetId deletionId,
    long version) {

  Application toApplication() {
    return new Application(
        id,
        new ApplicationDetails(slug, displayName, description),
        new Lifecycle(createdAt, updatedAt, deletedAt, deletionId, version));
  }
}
