package io.denizen.testkit.session;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.session.RefreshToken;
import io.denizen.domain.session.RefreshTokens;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.testkit.shared.Store;
import io.denizen.testkit.shared.Table;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The refresh tokens of a {@link Store}. */
public final class InMemoryRefreshTokens implements RefreshTokens {

  private final Store store;
  private final Table<RefreshToken> table;

  public InMemoryRefreshTokens(Store store, Table<RefreshToken> table) {
    this.store = store;
    this.table = table;
  }

  /** An empty table with the rules for refresh tokens. */
  public static Table<RefreshToken> table(Table<Session> sessions) {
    return new Table<>(RefreshToken.class, List.of())
        .needing(sessions, token -> Session.name(token.identityId(), token.sessionId()));
  }

  @Override
  public CompletionStage<List<RefreshToken>> ofIdentity(IdentityId identityId) {
    return store.alone(
        () -> table.live().filter(token -> token.identityId().equals(identityId)).toList());
  }

  @Override
  public CompletionStage<List<RefreshToken>> ofSessions(List<SessionId> sessionIds) {
    Set<SessionId> wanted = Set.copyOf(sessionIds);
    return store.alone(
        () -> table.live().filter(token -> wanted.contains(token.sessionId())).toList());
  }

  @Override
  public CompletionStage<List<RefreshToken>> restorable(ChangeSetId deletion) {
    return store.alone(List::of);
  }
}
