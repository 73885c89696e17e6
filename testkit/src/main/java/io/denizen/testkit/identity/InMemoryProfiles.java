package io.denizen.testkit.identity;

import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.Profile;
import io.denizen.domain.identity.Profiles;
import io.denizen.testkit.shared.Store;
import io.denizen.testkit.shared.Table;

/** The profiles of a {@link Store}. */
public final class InMemoryProfiles extends InMemoryParts<Profile> implements Profiles {

  public InMemoryProfiles(Store store, Table<Profile> table) {
    super(store, table);
  }

  /** An empty table with the rules for profiles. */
  public static Table<Profile> table(Table<Identity> identities) {
    return table(Profile.class, identities);
  }
}
