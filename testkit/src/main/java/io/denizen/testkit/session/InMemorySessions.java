package io.denizen.testkit.session;

import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityState;
import io.denizen.domain.session.Device;
import io.denizen.domain.session.DeviceId;
import io.denizen.domain.session.PresentedToken;
import io.denizen.domain.session.RefreshToken;
import io.denizen.domain.session.RefreshTokenHash;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionId;
import io.denizen.domain.session.SessionQuery;
import io.denizen.domain.session.SessionState;
import io.denizen.domain.session.Sessions;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.testkit.shared.Listing;
import io.denizen.testkit.shared.Store;
import io.denizen.testkit.shared.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sessions of a {@link Store}. */
public final class InMemorySessions implements Sessions {

  private final Store store;
  private final Table<Identity> identities;
  private final Table<Session> table;
  private final Table<RefreshToken> tokens;

  public InMemorySessions(
      Store store, Table<Identity> identities, Table<Session> table, Table<RefreshToken> tokens) {
    this.store = store;
    this.identities = identities;
    this.table = table;
    this.tokens = tokens;
  }

  /** An empty table with the rules for sessions. */
  public static Table<Session> table(Table<Identity> identities, Table<Device> devices) {
    return new Table<>(Session.class, List.of())
        .needing(identities, session -> Identity.name(session.identityId()))
        .needing(devices, InMemorySessions::deviceName);
  }

  @Override
  public CompletionStage<Optional<Session>> byId(IdentityId identityId, SessionId id) {
    return store.alone(() -> table.findLive(id).filter(isOf(identityId)));
  }

  @Override
  public CompletionStage<Optional<Session>> byIdIncludingDeleted(
      IdentityId identityId, SessionId id) {
    return store.alone(() -> table.find(id).filter(isOf(identityId)));
  }

  @Override
  public CompletionStage<Optional<PresentedToken>> byToken(RefreshTokenHash hash) {
    return store.alone(
        () ->
            tokens
                .all()
                .filter(token -> token.hash().equals(hash))
                .flatMap(
                    token ->
                        table.findLive(token.sessionId()).stream()
                            .filter(this::mayAct)
                            .map(session -> new PresentedToken(token, session)))
                .findFirst());
  }

  @Override
  public CompletionStage<Integer> countOpen(IdentityId identityId, Instant now, int limit) {
    return store.alone(
        () ->
            (int)
                table
                    .live()
                    .filter(isOf(identityId))
                    .filter(session -> session.state(now) == SessionState.ACTIVE)
                    .limit(limit)
                    .count());
  }

  @Override
  public CompletionStage<Integer> countLive(IdentityId identityId, int limit) {
    return store.alone(() -> (int) table.live().filter(isOf(identityId)).limit(limit).count());
  }

  @Override
  public CompletionStage<List<Session>> openOf(IdentityId identityId) {
    return live(isOf(identityId).and(session -> session.revocation() == null), Long.MAX_VALUE);
  }

  @Override
  public CompletionStage<List<Session>> ofIdentity(IdentityId identityId) {
    return live(isOf(identityId), Long.MAX_VALUE);
  }

  @Override
  public CompletionStage<List<Session>> restorable(ChangeSetId deletion) {
    return store.alone(List::of);
  }

  @Override
  public CompletionStage<List<Session>> ofDevice(DeviceId deviceId) {
    return live(session -> deviceId.equals(session.deviceId()), Long.MAX_VALUE);
  }

  @Override
  public CompletionStage<List<Session>> over(Instant expired, Instant revoked, int limit) {
    return live(
        session ->
            !session.expireTime().isAfter(expired)
                || (session.revocation() != null && !session.revocation().time().isAfter(revoked)),
        limit);
  }

  @Override
  public CompletionStage<Page<Session>> list(SessionQuery query, PageRequest page) {
    return store.alone(
        () ->
            Listing.page(
                rows(query), SessionQuery::cursor, Listing.BY_TEXT, query.descending(), page));
  }

  private Stream<Session> rows(SessionQuery query) {
    return (query.includingDeleted() ? table.all() : table.live())
        .filter(isOf(query.identityId()))
        .filter(row -> query.deviceId() == null || query.deviceId().equals(row.deviceId()))
        .filter(row -> query.state() == null || query.state() == row.state(query.now()));
  }

  private CompletionStage<List<Session>> live(Predicate<Session> wanted, long limit) {
    return store.alone(() -> table.live().filter(wanted).limit(limit).toList());
  }

  private boolean mayAct(Session session) {
    return identities
        .findLive(session.identityId())
        .filter(identity -> identity.state() == IdentityState.ACTIVE)
        .isPresent();
  }

  private static Predicate<Session> isOf(IdentityId identityId) {
    return session -> session.identityId().equals(identityId);
  }

  private static @Nullable ResourceName deviceName(Session session) {
    DeviceId device = session.deviceId();
    return device == null ? null : Device.name(session.identityId(), device);
  }
}
