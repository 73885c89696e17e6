package io.denizen.domain.membership;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A permission that an identity has by a role, and where and when it counts.
 *
 * @param teamId where the role is held; null for the application itself, and so everywhere in it
 * @param inherited whether it counts in the teams inside that one too
 * @param state of the membership
 * @param validity of the membership
 */
public record HeldRole(
    Grant grant,
    @Nullable TeamId teamId,
    boolean inherited,
    MembershipState state,
    ValidityPeriod validity) {

  /** A role of the system counts everywhere, as long as it is held. */
  public static HeldRole ofSystem(Grant grant) {
    return new HeldRole(grant, null, false, MembershipState.ACTIVE, ValidityPeriod.UNLIMITED);
  }

  /**
   * Whether it counts in a place.
   *
   * @param lineage the team that is asked about first, then those that it is inside; empty for the
   *     application as a whole
   */
  boolean reaches(List<TeamId> lineage) {
    return teamId == null
        || (!lineage.isEmpty()
            && (inherited ? lineage.contains(teamId) : lineage.getFirst().equals(teamId)));
  }

  boolean isInEffectAt(Instant now) {
    return state == MembershipState.ACTIVE && validity.covers(now);
  }
}
