package io.denizen.testkit.credential;

import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.credential.VerificationToken;
import io.denizen.domain.credential.VerificationTokens;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.TokenHash;
import io.denizen.testkit.shared.Store;
import io.denizen.testkit.shared.Table;
import io.denizen.testkit.shared.UniqueKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The verification tokens of a {@link Store}. */
public final class InMemoryVerificationTokens implements VerificationTokens {

  private final Store store;
  private final Table<VerificationToken> table;

  public InMemoryVerificationTokens(Store store, Table<VerificationToken> table) {
    this.store = store;
    this.table = table;
  }

  /** An empty table with the rules for verification tokens. */
  public static Table<VerificationToken> table(Table<Identity> identities) {
    return new Table<>(
            VerificationToken.class,
            List.of(
                new UniqueKey<>(
                    token -> List.of(token.identityId(), token.purpose()),
                    token -> new StaleVersion(token.name()))))
        .needing(identities, token -> Identity.name(token.identityId()));
  }

  @Override
  public CompletionStage<Optional<VerificationToken>> byHash(TokenHash hash) {
    return store.alone(() -> table.live().filter(token -> token.hash().equals(hash)).findFirst());
  }

  @Override
  public CompletionStage<List<VerificationToken>> ofIdentity(IdentityId identityId) {
    return store.alone(
        () -> table.live().filter(token -> token.identityId().equals(identityId)).toList());
  }

  @Override
  public CompletionStage<List<VerificationToken>> over(Instant expired, int limit) {
    return store.alone(
        () ->
            table
                .live()
                .filter(token -> !token.expiresAt().isAfter(expired))
                .sorted(Comparator.comparing(VerificationToken::expiresAt))
                .limit(limit)
                .toList());
  }

  @Override
  public CompletionStage<List<VerificationToken>> restorable(ChangeSetId deletion) {
    return store.alone(List::of);
  }
}
