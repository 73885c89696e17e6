package io.denizen.persistence.credential;

import io.denizen.domain.credential.Credential;
import io.denizen.domain.credential.CredentialId;
import io.denizen.domain.credential.Credentials;
import io.denizen.domain.credential.PasswordHash;
import io.denizen.domain.credential.VerificationToken;
import io.denizen.domain.credential.VerificationTokenId;
import io.denizen.domain.credential.VerificationTokens;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Sessions;
import io.denizen.persistence.shared.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the room offers to {@link io.denizen.persistence.PostgresPersistence}. */
public final class CredentialPersistence {

  /** Where credentials and verification tokens are kept. */
  public static final List<Table<?>> TABLES =
      List.of(
          new Table<>(
              Credential.class, CredentialSql.class, Map.of(), Set.of("credentials_identity_once")),
          new Table<>(
              VerificationToken.class,
              VerificationTokenSql.class,
              Map.of(),
              Set.of("verification_tokens_purpose_live")));

  private CredentialPersistence() {}

  public static void configure(Sessions sessions) {
    sessions
        .id(CredentialId.class, CredentialId::new)
        .id(VerificationTokenId.class, VerificationTokenId::new)
        .text(PasswordHash.class, PasswordHash::parse, PasswordHash::text)
        .row(CredentialRow.class)
        .row(VerificationTokenRow.class)
        .sql(CredentialSql.class)
        .sql(VerificationTokenSql.class);
  }

  public static Credentials credentials(Database database) {
    return new MyBatisCredentials(database);
  }

  public static VerificationTokens verificationTokens(Database database) {
    return new MyBatisVerificationTokens(database);
  }
}
