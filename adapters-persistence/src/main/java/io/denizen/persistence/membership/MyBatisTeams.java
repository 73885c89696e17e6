package io.denizen.persistence.membership;

import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.membership.TeamQuery;
import io.denizen.domain.membership.Teams;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Keys;
import io.denizen.persistence.shared.Lookup;
import io.denizen.persistence.shared.RowReader;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

final class MyBatisTeams implements Teams {

  private final RowReader<TeamSql, TeamRow, Team> read;
  private final Lookup<InApplication<TeamId>, Team> byId;
  private final Lookup<InApplication<TeamId>, Team> byIdIncludingDeleted;

  MyBatisTeams(Database database) {
    this.read = new RowReader<>(database, TeamSql.class, TeamRow::toTeam);
    this.byId = read.lookup((sql, keys) -> sql.byIds(ids(keys)), MyBatisTeams::key);
    this.byIdIncludingDeleted =
        read.lookup((sql, keys) -> sql.byIdsIncludingDeleted(ids(keys)), MyBatisTeams::key);
  }

  @Override
  public CompletionStage<Optional<Team>> byId(ApplicationId applicationId, TeamId id) {
    return byId.one(new InApplication<>(applicationId, id));
  }

  @Override
  public CompletionStage<List<Team>> byIds(ApplicationId applicationId, List<TeamId> ids) {
    return byId.all(ids.stream().map(id -> new InApplication<>(applicationId, id)).toList());
  }

  @Override
  public CompletionStage<Optional<Team>> byIdIncludingDeleted(
      ApplicationId applicationId, TeamId id) {
    return byIdIncludingDeleted.one(new InApplication<>(applicationId, id));
  }

  @Override
  public CompletionStage<List<Team>> lineage(ApplicationId applicationId, TeamId id) {
    return read.many(sql -> sql.lineage(applicationId, id))
        .thenApply(found -> Lineage.upwards(id, found));
  }

  @Override
  public CompletionStage<List<Team>> subtree(ApplicationId applicationId, TeamId id, int limit) {
    return read.many(sql -> sql.subtree(applicationId, id, limit));
  }

  @Override
  public CompletionStage<List<Team>> ofApplication(ApplicationId applicationId, int limit) {
    return read.many(sql -> sql.ofApplication(applicationId, limit));
  }

  @Override
  public CompletionStage<List<Team>> deletedBy(ChangeSetId deletion) {
    return read.many(sql -> sql.deletedByIncludingDeleted(deletion));
  }

  @Override
  public CompletionStage<Page<Team>> list(TeamQuery query, PageRequest page) {
    return read.many(
            sql ->
                query.includingDeleted()
                    ? sql.listIncludingDeleted(query, page)
                    : sql.list(query, page))
        .thenApply(found -> Page.of(found, page, query::cursor));
  }

  private static InApplication<TeamId> key(Team team) {
    return new InApplication<>(team.applicationId(), team.id());
  }

  private static UUID[] ids(List<InApplication<TeamId>> keys) {
    return Keys.uuids(keys, InApplication::id);
  }
}
