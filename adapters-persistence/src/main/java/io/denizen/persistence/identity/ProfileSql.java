package io.denizen.persistence.identity;

import io.denizen.domain.identity.Profile;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.persistence.shared.TableSql;
import java.util.List;
import java.util.UUID;

interface ProfileSql extends TableSql<Profile> {

  List<ProfileRow> ofIdentities(UUID[] identityIds);

  List<ProfileRow> restorableIncludingDeleted(ChangeSetId deletion);
}
