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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What there is where the memberships of a batch are to be.
 *
 * @param taken where those who are named belong already, and by what; what the batch takes is
 *     added, by nothing yet
 */
record BatchSurroundings(
    Set<IdentityId> identities,
    Set<TeamId> teams,
    Set<Slug> roles,
    Map<MembershipKey, Optional<Membership>> taken) {

  BatchSurroundings with(List<Role> found) {
    return new BatchSurroundings(
        identities, teams, found.stream().map(Role::slug).collect(toSet()), taken);
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
    Optional<Membership> there = taken.put(key, Optional.empty());
    if (there != null && there.filter(one -> one.isOverAt(occasion.time())).isEmpty()) {
      throw MembershipBatches.refusal(index, "", new MembershipFailure.Exists());
    }
    ElementFailure.locate(
        MembershipBatches.element(index),
        () -> {
          RoleFailure.requireKnown("membership.roles", key.applicationId(), given.slugs(), roles);
          return given;
        });
    return there == null ? List.of() : there.map(over -> over.expire(occasion)).stream().toList();
  }
}
