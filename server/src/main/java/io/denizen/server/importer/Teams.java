package io.denizen.server.importer;

import io.denizen.membership.v1.CreateTeamRequest;
import io.denizen.membership.v1.ListTeamsRequest;
import io.denizen.membership.v1.Team;
import io.denizen.membership.v1.TeamServiceGrpc;
import io.denizen.membership.v1.UpdateTeamRequest;
import io.denizen.server.importer.Tally.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Brings teams to what the file says of them. */
final class Teams {

  private static final int PAGE_SIZE = 1_000;

  private final Rpc rpc;
  private final Map<String, CompletableFuture<Map<String, Team>>> bySlug =
      new ConcurrentHashMap<>();

  Teams(Rpc rpc) {
    this.rpc = rpc;
  }

  /**
   * Settles one team.
   *
   * @param application the name of its application
   * @param parent the name of its parent team; empty for a top-level team
   */
  CompletableFuture<Settled> settle(Line.Team line, String application, String parent) {
    Team wanted =
        Team.newBuilder()
            .setSlug(line.slug())
            .setDisplayName(Settled.orElse(line.displayName(), line.slug()))
            .setDescription(Settled.orElse(line.description(), ""))
            .setParentTeam(parent)
            .build();
    return bySlug
        .computeIfAbsent(application, a -> load(a, "", new HashMap<>()))
        .thenCompose(
            teams -> {
              Team current = teams.get(line.slug());
              return current == null
                  ? create(application, wanted)
                  : update(current, kept(current, line, parent));
            });
  }

  private CompletableFuture<Map<String, Team>> load(
      String application, String pageToken, Map<String, Team> teams) {
    return rpc.call(
            TeamServiceGrpc.getListTeamsMethod(),
            ListTeamsRequest.newBuilder()
                .setParent(application)
                .setPageSize(PAGE_SIZE)
                .setPageToken(pageToken)
                .build())
        .thenCompose(
            page -> {
              page.getTeamsList().forEach(team -> teams.put(team.getSlug(), team));
              return page.getNextPageToken().isEmpty()
                  ? CompletableFuture.completedFuture(teams)
                  : load(application, page.getNextPageToken(), teams);
            });
  }

  private CompletableFuture<Settled> create(String application, Team wanted) {
    return rpc.call(
            TeamServiceGrpc.getCreateTeamMethod(),
            CreateTeamRequest.newBuilder()
                .setParent(application)
                .setTeam(wanted)
                .setRequestId(Rpc.newRequestId())
                .build())
        .thenApply(created -> new Settled(created.getName(), Outcome.CREATED));
  }

  /** What the line does not say stays as it is. */
  private static Team kept(Team current, Line.Team line, String parent) {
    return current.toBuilder()
        .setDisplayName(Settled.orElse(line.displayName(), current.getDisplayName()))
        .setDescription(Settled.orElse(line.description(), current.getDescription()))
        .setParentTeam(parent)
        .build();
  }

  private CompletableFuture<Settled> update(Team current, Team merged) {
    if (merged.equals(current)) {
      return Settled.unchanged(current.getName());
    }
    return rpc.call(
            TeamServiceGrpc.getUpdateTeamMethod(),
            UpdateTeamRequest.newBuilder()
                .setTeam(merged)
                .setUpdateMask(Settled.mask("display_name", "description", "parent_team"))
                .setRequestId(Rpc.newRequestId())
                .build())
        .thenApply(updated -> new Settled(updated.getName(), Outcome.UPDATED));
  }
}
