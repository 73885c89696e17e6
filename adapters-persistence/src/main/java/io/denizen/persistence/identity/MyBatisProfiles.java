package io.denizen.persistence.identity;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.Profile;
import io.denizen.domain.identity.Profiles;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Keys;
import io.denizen.persistence.shared.Lookup;
import io.denizen.persistence.shared.RowReader;
import java.util.List;
import java.util.concurrent.CompletionStage;

final class MyBatisProfiles implements Profiles {

  private final RowReader<ProfileSql, ProfileRow, Profile> read;
  private final Lookup<IdentityId, Profile> ofIdentity;

  MyBatisProfiles(Database database) {
    this.read = new RowReader<>(database, ProfileSql.class, ProfileRow::toProfile);
    this.ofIdentity =
        read.lookup((sql, ids) -> sql.ofIdentities(Keys.uuids(ids)), Profile::identityId);
  }

  @Override
  public CompletionStage<List<Profile>> ofIdentity(IdentityId identityId) {
    return ofIdentity.many(identityId);
  }

  @Override
  public CompletionStage<List<Profile>> restorable(ChangeSetId deletion) {
    return read.many(sql -> sql.restorableIncludingDeleted(deletion));
  }
}
