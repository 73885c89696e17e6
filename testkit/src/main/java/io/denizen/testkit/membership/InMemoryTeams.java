package io.denizen.testkit.membership;

import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamFailure;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.membership.TeamQuery;
import io.denizen.domain.membership.Teams;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.testkit.shared.Listing;
import io.denizen.testkit.shared.Store;
import io.denizen.testkit.shared.Table;
import io.denizen.testkit.shared.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The teams of a {@link Store}. */
public final class InMemoryTeams implements Teams {

  private final Store store;
  private final Table<Team> table;

  public InMemoryTeams(Store store, Table<Team> table) {
    this.store = store;
    this.table = table;
  }

  /** An empty table with the rules for teams. */
  public static Table<Team> table(Table<Application> applications) {
    Table<Team> teams =
        new Table<>(
            Team.class,
            List.of(
                new UniqueKey<>(
                    team -> List.of(team.applicationId(), team.details().slug()),
                    new TeamFailure.SlugTaken())));
    return teams
        .needing(applications, team -> Application.name(team.applicationId()))
        .needing(teams, InMemoryTeams::parentName);
  }

  @Override
  public CompletionStage<Optional<Team>> byId(ApplicationId applicationId, TeamId id) {
    return store.alone(() -> findLive(applicationId, id));
  }

  @Override
  public CompletionStage<List<Team>> byIds(ApplicationId applicationId, List<TeamId> ids) {
    return store.alone(
        () ->
            table.findAll(ids).stream()
                .filter(team -> team.lifecycle().isLive())
                .filter(isIn(applicationId))
                .toList());
  }

  @Override
  public CompletionStage<Optional<Team>> byIdIncludingDeleted(
      ApplicationId applicationId, TeamId id) {
    return store.alone(() -> table.find(id).filter(isIn(applicationId)));
  }

  @Override
  public CompletionStage<List<Team>> lineage(ApplicationId applicationId, TeamId id) {
    return store.alone(
        () -> {
          List<Team> lineage = new ArrayList<>();
          TeamId next = id;
          while (next != null) {
            Optional<Team> team = findLive(applicationId, next);
            team.ifPresent(lineage::add);
            next = team.map(found -> found.details().parent()).orElse(null);
          }
          return lineage;
        });
  }

  @Override
  public CompletionStage<List<Team>> subtree(ApplicationId applicationId, TeamId id, int limit) {
    return store.alone(
        () -> {
          List<Team> subtree = new ArrayList<>();
          findLive(applicationId, id).ifPresent(subtree::add);
          for (int next = 0; next < subtree.size() && subtree.size() < limit; next++) {
            TeamId parent = subtree.get(next).id();
            table
                .live()
                .filter(team -> parent.equals(team.details().parent()))
                .forEach(subtree::add);
          }
          return subtree.stream().limit(limit).toList();
        });
  }

  @Override
  public CompletionStage<List<Team>> ofApplication(ApplicationId applicationId, int limit) {
    return store.alone(() -> table.live().filter(isIn(applicationId)).limit(limit).toList());
  }

  @Override
  public CompletionStage<List<Team>> deletedBy(ChangeSetId deletion) {
    return store.alone(
        () -> table.all().filter(team -> deletion.equals(team.lifecycle().deletion())).toList());
  }

  @Override
  public CompletionStage<Page<Team>> list(TeamQuery query, PageRequest page) {
    return store.alone(
        () -> Listing.page(rows(query), query::cursor, Listing.BY_TEXT, query.descending(), page));
  }

  private Stream<Team> rows(TeamQuery query) {
    return (query.includingDeleted() ? table.all() : table.live())
        .filter(isIn(query.applicationId()))
        .filter(team -> query.slug() == null || query.slug().equals(team.details().slug()))
        .filter(team -> query.parent() == null || query.parent().equals(team.details().parent()))
        .filter(team -> !query.topLevelOnly() || team.details().parent() == null);
  }

  private Optional<Team> findLive(ApplicationId applicationId, TeamId id) {
    return table.findLive(id).filter(isIn(applicationId));
  }

  private static Predicate<Team> isIn(ApplicationId applicationId) {
    return team -> team.applicationId().equals(applicationId);
  }

  private static @Nullable ResourceName parentName(Team team) {
    TeamId parent = team.details().parent();
    return parent == null ? null : Team.name(team.applicationId(), parent);
  }
}
