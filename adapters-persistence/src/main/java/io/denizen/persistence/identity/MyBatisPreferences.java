package io.denizen.persistence.identity;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.Preferences;
import io.denizen.domain.identity.StoredPreferences;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Keys;
import io.denizen.persistence.shared.Lookup;
import io.denizen.persistence.shared.RowReader;
import java.util.List;
import java.util.concurrent.CompletionStage;

final class MyBatisPreferences implements StoredPreferences {

  private final RowReader<PreferencesSql, PreferencesRow, Preferences> read;
  private final Lookup<IdentityId, Preferences> ofIdentity;

  MyBatisPreferences(Database database) {
    this.read = new RowReader<>(database, PreferencesSql.class, PreferencesRow::toPreferences);
    this.ofIdentity =
        read.lookup((sql, ids) -> sql.ofIdentities(Keys.uuids(ids)), Preferences::identityId);
  }

  @Override
  public CompletionStage<List<Preferences>> ofIdentity(IdentityId identityId) {
    return ofIdentity.many(identityId);
  }

  @Override
  public CompletionStage<List<Preferences>> restorable(ChangeSetId deletion) {
    return read.many(sql -> sql.restorableIncludingDeleted(deletion));
  }
}
