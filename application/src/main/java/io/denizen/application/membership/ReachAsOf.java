package io.denizen.application.membership;

import io.denizen.domain.membership.AccessScope;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Slug;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What led from a team to those above it, and from memberships to roles. Neither walk goes in a
 * circle, although changes that overlapped can look like one afterwards.
 */
record ReachAsOf(AsOf asOf, Roles roles) {

  /** As a {@link io.denizen.domain.membership.Standing} has it. */
  CompletionStage<List<TeamId>> lineage(AccessScope scope) {
    return above(scope.applicationId(), scope.teamId(), List.of());
  }

  /** The roles of the memberships, and all that they include, however deep. */
  CompletionStage<List<Role>> reached(ApplicationId applicationId, List<Membership> held) {
    return including(
        applicationId,
        held.stream().flatMap(each -> each.roles().slugs().stream()),
        new HashSet<>(),
        List.of());
  }

  private CompletionStage<List<TeamId>> above(
      ApplicationId applicationId, @Nullable TeamId next, List<TeamId> below) {
    if (next == null || below.contains(next)) {
      return CompletableFuture.completedStage(below);
    }
    return asOf.one(Team.name(applicationId, next), Team::fromImage)
        .thenCompose(
            team ->
                team.isEmpty()
                    ? CompletableFuture.completedStage(below)
                    : above(
                        applicationId, team.get().details().parent(), and(below, List.of(next))));
  }

  private CompletionStage<List<Role>> including(
      ApplicationId applicationId, Stream<Slug> named, Set<Slug> met, List<Role> found) {
    List<Slug> next = named.filter(met::add).toList();
    if (next.isEmpty()) {
      return CompletableFuture.completedStage(found);
    }
    return roles
        .bySlugsIncludingDeleted(applicationId, next)
        .thenCompose(now -> asOf.all(now.stream().map(Role::name).toList(), Role::fromImage))
        .thenCompose(
            then ->
                including(
                    applicationId,
                    then.stream().flatMap(role -> role.details().includes().stream()),
                    met,
                    and(found, then)));
  }

  private static <T> List<T> and(List<T> some, List<T> others) {
    List<T> both = new ArrayList<>(some);
    both.addAll(others);
    return both;
  }
}
