package io.denizen.persistence.identity;

import io.denizen.domain.identity.Preferences;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.persistence.shared.TableSql;
import java.util.List;
import java.util.UUID;

interface PreferencesSql extends TableSql<Preferences> {

  List<PreferencesRow> ofIdentities(UUID[] identityIds);

  List<PreferencesRow> restorableIncludingDeleted(ChangeSetId deletion);
}
