package io.denizen.application.membership;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Expected;
import io.denizen.application.shared.Found;
import io.denizen.application.shared.Refused;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipFailure;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.MembershipKey;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.Owners;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleFailure;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamFailure;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.membership.Teams;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ElementFailure;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.FailureException;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Slug;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Creates and deletes many memberships of an application at once, all or none (AIP-233, AIP-235).
 *
 * <p>What one of them is refused with comes as an {@link ElementFailure}, with the place of the
 * first that is. Besides the failures that each method lists, any may complete with a {@link
 * io.denizen.domain.shared.StoreFailure} or a {@link io.denizen.domain.audit.JournalFailure}.
 */
public final class MembershipBatches {

  /** How many there can be in a batch. */
  public static final int MAX_SIZE = 1_000;

  private final Identities identities;
  private final Applications applications;
  private final Teams teams;
  private final Roles roles;
  private final Memberships memberships;
  private final Owners owners;
  private final Changes changes;
  private final Ids ids;

  public MembershipBatches(
      Identities identities,
      Applications applications,
      Teams teams,
      Roles roles,
      Memberships memberships,
      Owners owners,
      Changes changes,
      Ids ids) {
    this.identities = identities;
    this.applications = applications;
    this.teams = teams;
    this.roles = roles;
    this.memberships = memberships;
    this.owners = owners;
    this.changes = changes;
    this.ids = ids;
  }

  /**
   * One to delete.
   *
   * @param expectedVersion the version that the caller saw (AIP-154); null to delete whatever is
   *     there
   */
  public record Deletion(MembershipId id, @Nullable Long expectedVersion) {}

  /**
   * Lets identities belong to an application, or to teams of it.
   *
   * <p>Fails with {@link ApplicationFailure.NotFound}, {@link IdentityFailure.NotFound}, {@link
   * TeamFailure.NotFound}, {@link RoleFailure.Unknown}, {@link MembershipFailure.AlreadyOver} or
   * {@link MembershipFailure.Exists}.
   *
   * @param wanted 1 to {@value #MAX_SIZE}
   */
  public CompletionStage<List<Membership>> create(
      Submission submission, ApplicationId applicationId, List<NewMembership> wanted) {
    List<MembershipId> chosen = wanted.stream().map(each -> new MembershipId(ids.next())).toList();
    List<MembershipKey> keys = wanted.stream().map(each -> each.in(applicationId)).toList();
    return changes
        .submitAll(
            submission,
            Membership::fromImage,
            occasion ->
                around(applicationId, keys, roles(wanted, occasion))
                    .thenApply(there -> decide(chosen, applicationId, wanted, there, occasion)))
        .exceptionallyCompose(failure -> located(failure, keys));
  }

  /**
   * Deletes memberships.
   *
   * <p>Fails with {@link MembershipFailure.NotFound} or {@link MembershipFailure.LastOwner}.
   *
   * @param deletions 1 to {@value #MAX_SIZE}, no two of the same membership
   */
  public CompletionStage<List<Membership>> delete(
      Submission submission, ApplicationId applicationId, List<Deletion> deletions) {
    List<MembershipId> wanted = deletions.stream().map(Deletion::id).toList();
    return changes.submitAll(
        submission,
        Membership::fromImage,
        occasion ->
            memberships
                .byIds(applicationId, wanted)
                .thenApply(found -> decide(applicationId, deletions, found, occasion))
                .thenCompose(decisions -> kept(wanted, decisions)));
  }

  /** The first of the decisions stands for all: they are committed together. */
  private CompletionStage<List<Decision<Membership>>> kept(
      List<MembershipId> leaving, List<Decision<Membership>> decisions) {
    return owners
        .keptWithout(leaving, decisions.getFirst())
        .thenApply(first -> Stream.concat(Stream.of(first), decisions.stream().skip(1)).toList());
  }

  /** What there is where the new memberships are to be. */
  private record Surroundings(
      Set<IdentityId> identities, Set<TeamId> teams, Set<Slug> roles, Set<MembershipKey> taken) {

    Surroundings with(List<Role> found) {
      return new Surroundings(
          identities, teams, found.stream().map(Role::slug).collect(toSet()), taken);
    }
  }

  private CompletionStage<Surroundings> around(
      ApplicationId applicationId, List<MembershipKey> keys, List<Slug> named) {
    return Found.or(
            applications.byId(applicationId), () -> new ApplicationFailure.NotFound(applicationId))
        .thenCompose(
            application ->
                identities
                    .byIds(keys.stream().map(MembershipKey::identityId).distinct().toList())
                    .thenCombine(
                        teams(applicationId, keys),
                        (people, places) ->
                            new Surroundings(
                                people.stream().map(Identity::id).collect(toSet()),
                                places.stream().map(Team::id).collect(toSet()),
                                Set.of(),
                                new HashSet<>()))
                    .thenCombine(roles(applicationId, named), Surroundings::with)
                    .thenCombine(memberships.at(keys), MembershipBatches::taken));
  }

  private CompletionStage<List<Team>> teams(ApplicationId applicationId, List<MembershipKey> keys) {
    List<TeamId> named =
        keys.stream().map(MembershipKey::teamId).filter(Objects::nonNull).distinct().toList();
    return named.isEmpty()
        ? CompletableFuture.completedStage(List.of())
        : teams.byIds(applicationId, named);
  }

  private static List<Slug> roles(List<NewMembership> wanted, Occasion occasion) {
    return wanted.stream()
        .flatMap(each -> each.details().apply(occasion.time()).roles().slugs().stream())
        .distinct()
        .toList();
  }

  private CompletionStage<List<Role>> roles(ApplicationId applicationId, List<Slug> named) {
    return named.isEmpty()
        ? CompletableFuture.completedStage(List.of())
        : roles.bySlugs(applicationId, named);
  }

  private static Surroundings taken(Surroundings around, List<Membership> there) {
    there.forEach(membership -> around.taken().add(MembershipKey.of(membership)));
    return around;
  }

  private static List<Decision<Membership>> decide(
      List<MembershipId> chosen,
      ApplicationId applicationId,
      List<NewMembership> wanted,
      Surroundings there,
      Occasion occasion) {
    List<Decision<Membership>> decisions = new ArrayList<>(wanted.size());
    for (int i = 0; i < wanted.size(); i++) {
      NewMembership each = wanted.get(i);
      MembershipId id = chosen.get(i);
      MembershipDetails details = each.details().apply(occasion.time());
      require(there, each.in(applicationId), i);
      requireRoles(there, applicationId, details.roles(), i);
      decisions.add(
          ElementFailure.locate(
              element(i),
              () ->
                  Decision.of(
                      Membership.create(
                          id,
                          applicationId,
                          each.identityId(),
                          each.teamId(),
                          details,
                          each.state(),
                          occasion))));
    }
    return decisions;
  }

  private static void require(Surroundings there, MembershipKey key, int index) {
    TeamId team = key.teamId();
    if (!there.identities().contains(key.identityId())) {
      throw refusal(index, ".membership.identity", new IdentityFailure.NotFound(key.identityId()));
    }
    if (team != null && !there.teams().contains(team)) {
      throw refusal(index, ".membership.team", new TeamFailure.NotFound(key.applicationId(), team));
    }
    // A place that an earlier one of them takes is taken, too.
    if (!there.taken().add(key)) {
      throw refusal(index, "", new MembershipFailure.Exists());
    }
  }

  private static void requireRoles(
      Surroundings there, ApplicationId applicationId, RoleSlugs given, int index) {
    ElementFailure.locate(
        element(index),
        () -> {
          RoleFailure.requireKnown("membership.roles", applicationId, given.slugs(), there.roles());
          return given;
        });
  }

  private static List<Decision<Membership>> decide(
      ApplicationId applicationId,
      List<Deletion> deletions,
      List<Membership> found,
      Occasion occasion) {
    Map<MembershipId, Membership> byId =
        found.stream().collect(toMap(Membership::id, Function.identity()));
    List<Decision<Membership>> decisions = new ArrayList<>(deletions.size());
    for (int i = 0; i < deletions.size(); i++) {
      Deletion each = deletions.get(i);
      Membership current = byId.get(each.id());
      if (current == null) {
        throw refusal(i, ".name", new MembershipFailure.NotFound(applicationId, each.id()));
      }
      decisions.add(
          ElementFailure.locate(
              element(i) + ".etag",
              () ->
                  Decision.of(Expected.version(each.expectedVersion(), current).delete(occasion))));
    }
    return decisions;
  }

  /** Says which of them is taken, if one was while this was decided. */
  private <T> CompletionStage<T> located(Throwable thrown, List<MembershipKey> keys) {
    if (!(Refused.failure(thrown) instanceof MembershipFailure.Exists)) {
      return CompletableFuture.failedStage(thrown);
    }
    return memberships
        .at(keys)
        .thenCompose(
            there ->
                CompletableFuture.failedStage(
                    there.stream()
                        .map(membership -> keys.indexOf(MembershipKey.of(membership)))
                        .min(Integer::compare)
                        .<Throwable>map(index -> refusal(index, "", new MembershipFailure.Exists()))
                        .orElse(thrown)));
  }

  private static FailureException refusal(int index, String field, Failure failure) {
    return new ElementFailure(element(index) + field, failure).asException();
  }

  private static String element(int index) {
    return "requests[" + index + "]";
  }
}
