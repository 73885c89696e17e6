package io.denizen.persistence.membership;

import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamDetails;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Slug;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code teams}, column by column. */
record TeamRow(
    TeamId id,
    ApplicationId applicationId,
    @Nullable TeamId parentId,
    Slug slug,
    DisplayName displayName,
    Description description,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt,
    @Nullable ChangeSetId deletionId,
    long version) {

  Team toTeam() {
    return new Team(
        id,
        applicationId,
        new TeamDetails(parentId, slug, displayName, description),
        new Lifecycle(createdAt, updatedAt, deletedAt, deletionId, version));
  }
}
