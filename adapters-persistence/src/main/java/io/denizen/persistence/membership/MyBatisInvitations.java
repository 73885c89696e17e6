package io.denizen.persistence.membership;

import io.denizen.domain.membership.Invitation;
import io.denizen.domain.membership.InvitationDetails;
import io.denizen.domain.membership.InvitationId;
import io.denizen.domain.membership.InvitationQuery;
import io.denizen.domain.membership.Invitations;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.TokenHash;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Keys;
import io.denizen.persistence.shared.Lookup;
import io.denizen.persistence.shared.RowReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

final class MyBatisInvitations implements Invitations {

  private final RowReader<InvitationSql, InvitationRow, Invitation> read;
  private final Lookup<InApplication<InvitationId>, Invitation> byId;
  private final Lookup<InApplication<InvitationId>, Invitation> byIdIncludingDeleted;

  MyBatisInvitations(Database database) {
    this.read = new RowReader<>(database, InvitationSql.class, InvitationRow::toInvitation);
    this.byId = read.lookup((sql, keys) -> sql.byIds(ids(keys)), MyBatisInvitations::key);
    this.byIdIncludingDeleted =
        read.lookup((sql, keys) -> sql.byIdsIncludingDeleted(ids(keys)), MyBatisInvitations::key);
  }

  @Override
  public CompletionStage<Optional<Invitation>> byId(ApplicationId applicationId, InvitationId id) {
    return byId.one(new InApplication<>(applicationId, id));
  }

  @Override
  public CompletionStage<Optional<Invitation>> byIdIncludingDeleted(
      ApplicationId applicationId, InvitationId id) {
    return byIdIncludingDeleted.one(new InApplication<>(applicationId, id));
  }

  @Override
  public CompletionStage<Optional<Invitation>> byHash(TokenHash hash) {
    return first(read.many(sql -> sql.byHash(hash)));
  }

  @Override
  public CompletionStage<Optional<Invitation>> pending(
      ApplicationId applicationId, InvitationDetails details) {
    return first(read.many(sql -> sql.pending(applicationId, details)));
  }

  @Override
  public CompletionStage<List<Invitation>> over(Instant now, int limit) {
    return read.many(sql -> sql.over(now, limit));
  }

  @Override
  public CompletionStage<List<Invitation>> pendingOfApplication(
      ApplicationId applicationId, int limit) {
    return read.many(sql -> sql.pendingOfApplication(applicationId, limit));
  }

  @Override
  public CompletionStage<List<Invitation>> pendingOfTeams(List<TeamId> teamIds, int limit) {
    return read.many(sql -> sql.pendingOfTeams(Keys.uuids(teamIds), limit));
  }

  @Override
  public CompletionStage<List<Invitation>> restorable(ChangeSetId deletion) {
    return read.many(sql -> sql.restorableIncludingDeleted(deletion));
  }

  @Override
  public CompletionStage<Page<Invitation>> list(InvitationQuery query, PageRequest page) {
    return read.many(
            sql ->
                query.includingDeleted()
                    ? sql.listIncludingDeleted(query, page)
                    : sql.list(query, page))
        .thenApply(found -> Page.of(found, page, InvitationQuery::cursor));
  }

  private static CompletionStage<Optional<Invitation>> first(
      CompletionStage<List<Invitation>> found) {
    return found.thenApply(rows -> rows.stream().findFirst());
  }

  private static InApplication<InvitationId> key(Invitation invitation) {
    return new InApplication<>(invitation.applicationId(), invitation.id());
  }

  private static UUID[] ids(List<InApplication<InvitationId>> keys) {
    return Keys.uuids(keys, InApplication::id);
  }
}
