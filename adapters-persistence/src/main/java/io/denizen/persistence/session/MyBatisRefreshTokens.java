package io.denizen.persistence.session;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.session.RefreshToken;
import io.denizen.domain.session.RefreshTokens;
import io.denizen.domain.session.SessionId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Keys;
import io.denizen.persistence.shared.RowReader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

final class MyBatisRefreshTokens implements RefreshTokens {

  private final RowReader<RefreshTokenSql, RefreshTokenRow, RefreshToken> read;

  MyBatisRefreshTokens(Database database) {
    this.read = new RowReader<>(database, RefreshTokenSql.class, RefreshTokenRow::toRefreshToken);
  }

  @Override
  public CompletionStage<List<RefreshToken>> ofIdentity(IdentityId identityId) {
    return read.many(sql -> sql.ofIdentity(identityId));
  }

  @Override
  public CompletionStage<List<RefreshToken>> ofSessions(List<SessionId> sessionIds) {
    return read.many(sql -> sql.ofSessions(Keys.uuids(sessionIds)));
  }

  /** What was given to a client once is not made valid again. */
  @Override
  public CompletionStage<List<RefreshToken>> restorable(ChangeSetId deletion) {
    return CompletableFuture.completedStage(List.of());
  }
}
