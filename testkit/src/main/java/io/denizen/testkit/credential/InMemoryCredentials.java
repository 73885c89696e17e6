package io.denizen.testkit.credential;

import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.credential.Credential;
import io.denizen.domain.credential.Credentials;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.testkit.shared.Store;
import io.denizen.testkit.shared.Table;
import io.denizen.testkit.shared.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The credentials of a {@link Store}. */
public final class InMemoryCredentials implements Credentials {

  private final Store store;
  private final Table<Credential> table;

  public InMemoryCredentials(Store store, Table<Credential> table) {
    this.store = store;
    this.table = table;
  }

  /** An empty table with the rules for credentials. */
  public static Table<Credential> table(Table<Identity> identities) {
    return new Table<>(
            Credential.class,
            List.of(
                new UniqueKey<>(
                    Credential::identityId, credential -> new StaleVersion(credential.name()))))
        .needing(identities, credential -> Identity.name(credential.identityId()));
  }

  @Override
  public CompletionStage<Optional<Credential>> byIdentity(IdentityId identityId) {
    return store.alone(() -> of(identityId, table.live()).findFirst());
  }

  @Override
  public CompletionStage<Optional<Credential>> byIdentityIncludingDeleted(IdentityId identityId) {
    return store.alone(() -> of(identityId, table.all()).findFirst());
  }

  @Override
  public CompletionStage<List<Credential>> ofIdentity(IdentityId identityId) {
    return store.alone(() -> of(identityId, table.live()).toList());
  }

  @Override
  public CompletionStage<List<Credential>> restorable(ChangeSetId deletion) {
    return store.alone(
        () ->
            table
                .all()
                .filter(credential -> deletion.equals(credential.lifecycle().deletion()))
                .toList());
  }

  private static Stream<Credential> of(IdentityId identityId, Stream<Credential> rows) {
    return rows.filter(credential -> credential.identityId().equals(identityId));
  }
}
