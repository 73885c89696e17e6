package io.denizen.persistence.identity;

import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Sessions;
import io.denizen.persistence.shared.Table;
import java.util.Map;

/** What the room offers to {@link io.denizen.persistence.PostgresPersistence}. */
public final class IdentityPersistence {

  /** Where identities are kept. */
  public static final Table<Identity> TABLE =
      new Table<>(
          Identity.class,
          IdentitySql.class,
          Map.of(
              "identities_email_live", new IdentityFailure.EmailTaken(),
              "identities_slug_live", new IdentityFailure.SlugTaken()));

  private IdentityPersistence() {}

  public static void configure(Sessions sessions) {
    sessions
        .id(IdentityId.class, IdentityId::new)
        .text(EmailAddress.class, EmailAddress::new, EmailAddress::value)
        .row(IdentityRow.class)
        .sql(IdentitySql.class);
  }

  public static Identities identities(Database database) {
    return new MyBatisIdentities(database);
  }
}
