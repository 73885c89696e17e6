package io.denizen.testkit.identity;

import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.Preferences;
import io.denizen.domain.identity.StoredPreferences;
import io.denizen.testkit.shared.Store;
import io.denizen.testkit.shared.Table;

/** The preferences of a {@link Store}. */
public final class InMemoryPreferences extends InMemoryParts<Preferences>
    implements StoredPreferences {

  public InMemoryPreferences(Store store, Table<Preferences> table) {
    super(store, table);
  }

  /** An empty table with the rules for preferences. */
  public static Table<Preferences> table(Table<Identity> identities) {
    return table(Preferences.class, identities);
  }
}
