package io.denizen.persistence.membership;

import io.denizen.domain.membership.TeamId;
import io.denizen.persistence.shared.Keys;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A column that is an array of the ids of teams. */
record TeamIds(List<TeamId> values) {

  static TeamIds of(UUID[] column) {
    return new TeamIds(Stream.of(column).map(TeamId::new).toList());
  }

  UUID[] toColumn() {
    return Keys.uuids(values);
  }
}
