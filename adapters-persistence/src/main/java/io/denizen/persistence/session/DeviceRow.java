package io.denizen.persistence.session;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.session.ClientDeviceId;
import io.denizen.domain.session.Device;
import io.denizen.domain.session.DeviceDetails;
import io.denizen.domain.session.DeviceId;
import io.denizen.domain.session.DeviceType;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Lifecycle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code devices}, column by column. */
record DeviceRow(
    DeviceId id,
    IdentityId identityId,
    ClientDeviceId clientDeviceId,
    DisplayName displayName,
    DeviceType type,
    Instant lastActiveAt,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt,
    @Nullable ChangeSetId deletionId,
    long version) {

  Device toDevice() {
    return new Device(
        id,
        identityId,
        new DeviceDetails(clientDeviceId, displayName, type),
        lastActiveAt,
        new Lifecycle(createdAt, updatedAt, deletedAt, deletionId, version));
  }
}
