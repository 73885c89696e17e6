package io.denizen.persistence.identity;

import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.ExternalLogin;
import io.denizen.domain.identity.ExternalLoginFailure;
import io.denizen.domain.identity.ExternalLoginId;
import io.denizen.domain.identity.ExternalLogins;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Sessions;
import io.denizen.persistence.shared.Table;
import java.util.List;
import java.util.Map;

/** What the room offers to {@link io.denizen.persistence.PostgresPersistence}. */
public final class IdentityPersistence {

  /** Where identities and their parts are kept. */
  public static final List<Table<?>> TABLES =
      List.of(
          new Table<>(
              Identity.class,
              IdentitySql.class,
              Map.of(
                  "identities_email_live", new IdentityFailure.EmailTaken(),
                  "identities_slug_live", new IdentityFailure.SlugTaken())),
          new Table<>(
              ExternalLogin.class,
              ExternalLoginSql.class,
              Map.of("external_logins_account_live", new ExternalLoginFailure.AccountLinked())));

  private IdentityPersistence() {}

  public static void configure(Sessions sessions) {
    sessions
        .id(IdentityId.class, IdentityId::new)
        .text(EmailAddress.class, EmailAddress::new, EmailAddress::value)
        .id(ExternalLoginId.class, ExternalLoginId::new)
        .row(IdentityRow.class)
        .row(ExternalLoginRow.class)
        .sql(IdentitySql.class)
        .sql(ExternalLoginSql.class);
  }

  public static Identities identities(Database database) {
    return new MyBatisIdentities(database);
  }

  public static ExternalLogins externalLogins(Database database) {
    return new MyBatisExternalLogins(database);
  }
}
