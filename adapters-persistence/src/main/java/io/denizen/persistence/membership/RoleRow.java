package io.denizen.persistence.membership;

import io.denizen.domain.membership.PermissionPattern;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleDetails;
import io.denizen.domain.membership.RoleId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Slug;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code roles}, column by column. */
record RoleRow(
    RoleId id,
    ApplicationId applicationId,
    Slug slug,
    DisplayName displayName,
    Description description,
    Texts permissions,
    Texts includes,
    Texts assignableBy,
    boolean owner,
    boolean inherited,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt,
    @Nullable ChangeSetId deletionId,
    long version) {

  Role toRole() {
    return new Role(
        id,
        applicationId,
        slug,
        new RoleDetails(
            displayName,
            description,
            permissions.as(PermissionPattern::new),
            includes.as(Slug::new),
            assignableBy.as(Slug::new),
            owner,
            inherited),
        new Lifecycle(createdAt, updatedAt, deletedAt, deletionId, version));
  }
}
