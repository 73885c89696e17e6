package io.denizen.persistence.membership;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.MembershipKey;
import io.denizen.domain.membership.MembershipQuery;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Keys;
import io.denizen.persistence.shared.Lookup;
import io.denizen.persistence.shared.RowReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

final class MyBatisMemberships implements Memberships {

  private final RowReader<MembershipSql, MembershipRow, Membership> read;
  private final Lookup<InApplication<MembershipId>, Membership> byId;
  private final Lookup<InApplication<MembershipId>, Membership> byIdIncludingDeleted;
  private final Lookup<InApplication<IdentityId>, Membership> ofIdentityIn;
  private final Lookup<MembershipKey, Membership> at;

  MyBatisMemberships(Database database) {
    this.read = new RowReader<>(database, MembershipSql.class, MembershipRow::toMembership);
    this.byId = read.lookup((sql, keys) -> sql.byIds(ids(keys)), MyBatisMemberships::key);
    this.byIdIncludingDeleted =
        read.lookup((sql, keys) -> sql.byIdsIncludingDeleted(ids(keys)), MyBatisMemberships::key);
    this.ofIdentityIn =
        read.lookup(
            (sql, keys) ->
                sql.ofIdentitiesIn(
                    Keys.uuids(keys, InApplication::id),
                    Keys.uuids(keys, InApplication::applicationId),
                    PageRequest.MAX_SIZE + 1),
            membership -> new InApplication<>(membership.applicationId(), membership.identityId()));
    this.at =
        read.lookup(
            (sql, keys) ->
                sql.at(
                    Keys.uuids(keys, MembershipKey::identityId),
                    Keys.uuids(keys, MembershipKey::applicationId),
                    Keys.uuidsOrNulls(keys, MembershipKey::teamId)),
            MembershipKey::of);
  }

  @Override
  public CompletionStage<Optional<Membership>> byId(ApplicationId applicationId, MembershipId id) {
    return byId.one(new InApplication<>(applicationId, id));
  }

  @Override
  public CompletionStage<Optional<Membership>> byIdIncludingDeleted(
      ApplicationId applicationId, MembershipId id) {
    return byIdIncludingDeleted.one(new InApplication<>(applicationId, id));
  }

  @Override
  public CompletionStage<List<Membership>> byIds(
      ApplicationId applicationId, List<MembershipId> ids) {
    return byId.all(ids.stream().map(id -> new InApplication<>(applicationId, id)).toList());
  }

  @Override
  public CompletionStage<List<Membership>> at(List<MembershipKey> keys) {
    return at.all(keys);
  }

  @Override
  public CompletionStage<List<Membership>> over(Instant now, int limit) {
    return read.many(sql -> sql.over(now, limit));
  }

  @Override
  public CompletionStage<List<Membership>> ofIdentity(IdentityId identityId, int limit) {
    return read.many(sql -> sql.ofIdentity(identityId, limit));
  }

  @Override
  public CompletionStage<List<Membership>> ofApplication(ApplicationId applicationId, int limit) {
    return read.many(sql -> sql.ofApplication(applicationId, limit));
  }

  @Override
  public CompletionStage<List<Membership>> ofTeams(List<TeamId> teamIds, int limit) {
    return read.many(sql -> sql.ofTeams(Keys.uuids(teamIds), limit));
  }

  @Override
  public CompletionStage<List<Membership>> withRole(
      ApplicationId applicationId, Slug role, int limit) {
    return read.many(sql -> sql.withRole(applicationId, role, limit));
  }

  @Override
  public CompletionStage<List<Membership>> restorable(ChangeSetId deletion) {
    return read.many(sql -> sql.restorableIncludingDeleted(deletion));
  }

  /** Whether and how someone belongs to an application is asked all the time, and so is shared. */
  @Override
  public CompletionStage<Page<Membership>> list(MembershipQuery query, PageRequest page) {
    ApplicationId applicationId = query.applicationId();
    IdentityId identityId = query.identityId();
    CompletionStage<List<Membership>> found;
    if (applicationId != null
        && identityId != null
        && page.after() == null
        && query.equals(MembershipQuery.of(applicationId, identityId))) {
      found = ofIdentityIn.many(new InApplication<>(applicationId, identityId));
    } else if (query.includingDeleted()) {
      found = read.many(sql -> sql.listIncludingDeleted(query, page));
    } else {
      found = read.many(sql -> sql.list(query, page));
    }
    return found.thenApply(rows -> Page.of(rows, page, MembershipQuery::cursor));
  }

  private static InApplication<MembershipId> key(Membership membership) {
    return new InApplication<>(membership.applicationId(), membership.id());
  }

  private static UUID[] ids(List<InApplication<MembershipId>> keys) {
    return Keys.uuids(keys, InApplication::id);
  }
}
