package io.denizen.testkit.identity;

import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityPart;
import io.denizen.domain.identity.SingletonParts;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.testkit.shared.Store;
import io.denizen.testkit.shared.Table;
import io.denizen.testkit.shared.UniqueKey;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The parts of a {@link Store} of which each identity has one. */
abstract class InMemoryParts<P extends IdentityPart> implements SingletonParts<P> {

  private final Store store;
  private final Table<P> table;

  InMemoryParts(Store store, Table<P> table) {
    this.store = store;
    this.table = table;
  }

  /** An empty table with the rules for such parts: who writes the first one second is too late. */
  static <P extends IdentityPart> Table<P> table(Class<P> type, Table<Identity> identities) {
    return new Table<>(
            type,
            List.of(
                new UniqueKey<P>(IdentityPart::identityId, part -> new StaleVersion(part.name()))))
        .needing(identities, part -> Identity.name(part.identityId()));
  }

  @Override
  public CompletionStage<List<P>> ofIdentity(IdentityId identityId) {
    return store.alone(
        () -> table.live().filter(part -> part.identityId().equals(identityId)).toList());
  }

  @Override
  public CompletionStage<List<P>> restorable(ChangeSetId deletion) {
    return store.alone(
        () -> table.all().filter(part -> deletion.equals(part.lifecycle().deletion())).toList());
  }
}
