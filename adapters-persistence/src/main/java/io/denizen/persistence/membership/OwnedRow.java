package io.denizen.persistence.membership;

import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.Place;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import org.jspecify.annotations.Nullable;

/** A place and a membership that owns it. */
record OwnedRow(MembershipId membershipId, ApplicationId applicationId, @Nullable TeamId teamId) {

  Place place() {
    return new Place(applicationId, teamId);
  }
}
