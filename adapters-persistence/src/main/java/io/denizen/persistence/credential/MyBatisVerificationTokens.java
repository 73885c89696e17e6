package io.denizen.persistence.credential;

import io.denizen.domain.credential.VerificationToken;
import io.denizen.domain.credential.VerificationTokens;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.TokenHash;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.RowReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

final class MyBatisVerificationTokens implements VerificationTokens {

  private final RowReader<VerificationTokenSql, VerificationTokenRow, VerificationToken> read;

  MyBatisVerificationTokens(Database database) {
    this.read =
        new RowReader<>(
            database, VerificationTokenSql.class, VerificationTokenRow::toVerificationToken);
  }

  @Override
  public CompletionStage<Optional<VerificationToken>> byHash(TokenHash hash) {
    return read.many(sql -> sql.byHash(hash)).thenApply(found -> found.stream().findFirst());
  }

  @Override
  public CompletionStage<List<VerificationToken>> ofIdentity(IdentityId identityId) {
    return read.many(sql -> sql.ofIdentity(identityId));
  }

  @Override
  public CompletionStage<List<VerificationToken>> over(Instant expired, int limit) {
    return read.many(sql -> sql.over(expired, limit));
  }

  /** What was sent to somebody who has gone since is good for nothing when they come back. */
  @Override
  public CompletionStage<List<VerificationToken>> restorable(ChangeSetId deletion) {
    return CompletableFuture.completedStage(List.of());
  }
}
