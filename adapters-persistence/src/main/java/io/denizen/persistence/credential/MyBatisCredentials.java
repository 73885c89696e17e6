package io.denizen.persistence.credential;

import io.denizen.domain.credential.Credential;
import io.denizen.domain.credential.Credentials;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Keys;
import io.denizen.persistence.shared.Lookup;
import io.denizen.persistence.shared.RowReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

final class MyBatisCredentials implements Credentials {

  private final RowReader<CredentialSql, CredentialRow, Credential> read;
  private final Lookup<IdentityId, Credential> byIdentity;
  private final Lookup<IdentityId, Credential> byIdentityIncludingDeleted;

  MyBatisCredentials(Database database) {
    this.read = new RowReader<>(database, CredentialSql.class, CredentialRow::toCredential);
    this.byIdentity =
        read.lookup((sql, ids) -> sql.byIdentities(Keys.uuids(ids)), Credential::identityId);
    this.byIdentityIncludingDeleted =
        read.lookup(
            (sql, ids) -> sql.byIdentitiesIncludingDeleted(Keys.uuids(ids)),
            Credential::identityId);
  }

  @Override
  public CompletionStage<Optional<Credential>> byIdentity(IdentityId identityId) {
    return byIdentity.one(identityId);
  }

  @Override
  public CompletionStage<Optional<Credential>> byIdentityIncludingDeleted(IdentityId identityId) {
    return byIdentityIncludingDeleted.one(identityId);
  }

  @Override
  public CompletionStage<List<Credential>> ofIdentity(IdentityId identityId) {
    return byIdentity.many(identityId);
  }

  @Override
  public CompletionStage<List<Credential>> restorable(ChangeSetId deletion) {
    return read.many(sql -> sql.restorableIncludingDeleted(deletion));
  }
}
