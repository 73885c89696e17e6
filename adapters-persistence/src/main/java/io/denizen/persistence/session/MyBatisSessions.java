package io.denizen.persistence.session;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.session.DeviceId;
import io.denizen.domain.session.PresentedToken;
import io.denizen.domain.session.RefreshTokenHash;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionId;
import io.denizen.domain.session.SessionQuery;
import io.denizen.domain.session.Sessions;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Keys;
import io.denizen.persistence.shared.Lookup;
import io.denizen.persistence.shared.RowReader;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

final class MyBatisSessions implements Sessions {

  private final Database database;
  private final RowReader<SessionSql, SessionRow, Session> read;
  private final Lookup<SessionId, Session> byId;
  private final Lookup<SessionId, Session> byIdIncludingDeleted;
  private final Lookup<RefreshTokenHash, PresentedToken> byToken;

  MyBatisSessions(Database database) {
    this.database = database;
    this.read = new RowReader<>(database, SessionSql.class, SessionRow::toSession);
    this.byId = read.lookup((sql, ids) -> sql.byIds(Keys.uuids(ids)), Session::id);
    this.byIdIncludingDeleted =
        read.lookup((sql, ids) -> sql.byIdsIncludingDeleted(Keys.uuids(ids)), Session::id);
    this.byToken =
        new RowReader<>(database, SessionSql.class, PresentedRow::toPresentedToken)
            .lookup(
                (sql, hashes) -> sql.byTokensIncludingDeleted(bytes(hashes)),
                presented -> presented.token().hash());
  }

  @Override
  public CompletionStage<Optional<Session>> byId(IdentityId identityId, SessionId id) {
    return of(identityId, byId.one(id));
  }

  @Override
  public CompletionStage<Optional<Session>> byIdIncludingDeleted(
      IdentityId identityId, SessionId id) {
    return of(identityId, byIdIncludingDeleted.one(id));
  }

  @Override
  public CompletionStage<Optional<PresentedToken>> byToken(RefreshTokenHash hash) {
    return byToken.one(hash);
  }

  @Override
  public CompletionStage<Integer> countOpen(IdentityId identityId, Instant now, int limit) {
    return database.read(
        session -> session.getMapper(SessionSql.class).countOpen(identityId, now, limit));
  }

  @Override
  public CompletionStage<Integer> countLive(IdentityId identityId, int limit) {
    return database.read(
        session -> session.getMapper(SessionSql.class).countLive(identityId, limit));
  }

  @Override
  public CompletionStage<List<Session>> openOf(IdentityId identityId) {
    return read.many(sql -> sql.openOf(identityId));
  }

  @Override
  public CompletionStage<List<Session>> ofIdentity(IdentityId identityId) {
    return read.many(sql -> sql.ofIdentity(identityId));
  }

  /** Sessions do not come back. */
  @Override
  public CompletionStage<List<Session>> restorable(ChangeSetId deletion) {
    return CompletableFuture.completedStage(List.of());
  }

  @Override
  public CompletionStage<List<Session>> ofDevice(DeviceId deviceId) {
    return read.many(sql -> sql.ofDevice(deviceId));
  }

  @Override
  public CompletionStage<List<Session>> over(Instant expired, Instant revoked, int limit) {
    return read.many(sql -> sql.over(expired, revoked, limit));
  }

  @Override
  public CompletionStage<Page<Session>> list(SessionQuery query, PageRequest page) {
    return read.many(
            sql ->
                query.includingDeleted()
                    ? sql.listIncludingDeleted(query, page)
                    : sql.list(query, page))
        .thenApply(found -> Page.of(found, page, SessionQuery::cursor));
  }

  private static CompletionStage<Optional<Session>> of(
      IdentityId identityId, CompletionStage<Optional<Session>> read) {
    return read.thenApply(
        found -> found.filter(session -> session.identityId().equals(identityId)));
  }

  private static byte[][] bytes(List<RefreshTokenHash> hashes) {
    return hashes.stream().map(hash -> HexFormat.of().parseHex(hash.hex())).toArray(byte[][]::new);
  }
}
