package io.denizen.application.membership;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Expected;
import io.denizen.application.shared.Found;
import io.denizen.application.shared.Overtaken;
import io.denizen.application.shared.Refused;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipFailure;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.MembershipKey;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.Owners;
import io.denizen.domain.membership.Place;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleFailure;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
   * Lets identities belong to an application, or to teams of it. Memberships there whose time is
   * over, and which the sweep has not met yet, make room in the same change set.
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
    return Overtaken.decidedAgain(
        () ->
            changes
                .submitAll(
                    submission,
                    Membership::fromImage,
                    occasion ->
                        around(applicationId, keys, roles(wanted, occasion), occasion.time())
                            .thenApply(
                                there -> decide(chosen, applicationId, wanted, there, occasion)))
                .exceptionallyCompose(thrown -> overtaken(thrown, applicationId)));
  }

  /**
   * Deletes memberships.
   *
   * <p>Fails with {@link MembershipFailure.NotFound} or {@link MembershipFailure.LastOwner}, which
   * comes with the first of those who go from that place.
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
                .thenCompose(decisions -> kept(wanted, decisions, occasion)));
  }

  /** The first of the decisions stands for all: they are committed together. */
  private CompletionStage<List<Decision<Membership>>> kept(
      List<MembershipId> leaving, List<Decision<Membership>> decisions, Occasion occasion) {
    return owners
        .keptWithout(leaving, decisions.getFirst(), occasion)
        .thenApply(first -> Stream.concat(Stream.of(first), decisions.stream().skip(1)).toList())
        .exceptionallyCompose(thrown -> CompletableFuture.failedStage(inPlace(thrown, decisions)));
  }

  /** Says which of them is the first to leave a place without an owner. */
  private static Throwable inPlace(Throwable thrown, List<Decision<Membership>> decisions) {
    if (Refused.failure(thrown) instanceof MembershipFailure.LastOwner last) {
      List<Place> left = decisions.stream().map(Decision::outcome).map(Place::of).toList();
      return refusal(left.indexOf(last.place()), ".name", last);
    }
    return thrown;
  }

  private CompletionStage<BatchSurroundings> around(
      ApplicationId applicationId, List<MembershipKey> keys, List<Slug> named, Instant now) {
    return Found.or(
            applications.byId(applicationId), () -> new ApplicationFailure.NotFound(applicationId))
        .thenCompose(
            application ->
                identities
                    .byIds(keys.stream().map(MembershipKey::identityId).distinct().toList())
                    .thenCombine(
                        teams(applicationId, keys),
                        (people, places) ->
                            new BatchSurroundings(
                                people.stream().map(Identity::id).collect(toSet()),
                                places.stream().map(Team::id).collect(toSet()),
                                Set.of(),
                                new HashSet<>(),
                                new HashMap<>()))
                    .thenCombine(roles(applicationId, named), BatchSurroundings::with)
                    .thenCombine(memberships.at(keys), (around, there) -> around.with(there, now)));
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

  private static List<Decision<Membership>> decide(
      List<MembershipId> chosen,
      ApplicationId applicationId,
      List<NewMembership> wanted,
      BatchSurroundings there,
      Occasion occasion) {
    List<Decision<Membership>> decisions = new ArrayList<>(wanted.size());
    List<Change<Membership>> room = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      NewMembership each = wanted.get(i);
      MembershipId id = chosen.get(i);
      MembershipDetails details = each.details().apply(occasion.time());
      room.addAll(there.take(each.in(applicationId), details.roles(), i, occasion));
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
    // All of it together and first, so that each kind of change is sent as one.
    decisions.set(0, decisions.getFirst().precededBy(room));
    return decisions;
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

  /** A place that was taken while this was decided is found when it is decided again. */
  private static <T> CompletionStage<T> overtaken(Throwable thrown, ApplicationId applicationId) {
    return CompletableFuture.failedStage(
        Refused.failure(thrown) instanceof MembershipFailure.Exists
            ? new StaleVersion(Application.name(applicationId)).asException()
            : thrown);
  }

  static FailureException refusal(int index, String field, Failure failure) {
    return new ElementFailure(element(index) + field, failure).asException();
  }

  static String element(int index) {
    return "requests[" + index + "]";
  }
}
