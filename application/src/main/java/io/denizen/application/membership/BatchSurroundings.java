package io.denizen.application.membership;

import static java.util.stream.Collectors.toSet;

import io.denizen.domain.audit.Change;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipFailure;
import io.denizen.domain.membership.MembershipKey;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleFailure;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.TeamFailure;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ElementFailure;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Slug;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What there is where the memberships of a batch are to be.
 *
 * @param taken where those who are named belong already; what the batch takes is added
 * @param over where they do not any more, by memberships that no sweep has met yet
 */
record BatchSurroundings(
    Set<IdentityId> identities,
    Set<TeamId> teams,
    Set<Slug> roles,
    Set<MembershipKey> taken,
    Map<MembershipKey, Membership> over) {

  BatchSurroundings with(List<Role> found) {
    return new BatchSurroundings(
        identities, teams, found.stream().map(Role::slug).collect(toSet()), taken, over);
  }

  BatchSurroundings with(List<Membership> there, Instant now) {
    for (Membership membership : there) {
      MembershipKey key = MembershipKey.of(membership);
      if (membership.isOverAt(now)) {
        over.put(key, membership);
      } else {
        taken.add(key);
      }
    }
    return this;
  }

  /**
   * Takes a place for one of them, which has all that it needs, and says what makes room there: the
   * end of a membership whose time is over. Fails with {@link IdentityFailure.NotFound}, {@link
   * TeamFailure.NotFound}, {@link MembershipFailure.Exists} or {@link RoleFailure.Unknown}, each
   * with the place in the request.
   */
  List<Change<Membership>> take(MembershipKey key, RoleSlugs given, int index, Occasion occasion) {
    TeamId team = key.teamId();
    if (!identities.contains(key.identityId())) {
      throw MembershipBatches.refusal(
          index, ".membership.identity", new IdentityFailure.NotFound(key.identityId()));
    }
    if (team != null && !teams.contains(team)) {
      throw MembershipBatches.refusal(
          index, ".membership.team", new TeamFailure.NotFound(key.applicationId(), team));
    }
    // A place that an earlier one of them takes is taken, too.
    if (!taken.add(key)) {
      throw MembershipBatches.refusal(index, "", new MembershipFailure.Exists());
    }
    ElementFailure.locate(
        MembershipBatches.element(index),
        () -> {
          RoleFailure.requireKnown("membership.roles", key.applicationId(), given.slugs(), roles);
          return given;
        });
    Membership ending = over.get(key);
    return ending == null ? List.of() : List.of(ending.expire(occasion));
  }
}
