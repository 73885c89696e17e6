package io.denizen.persistence.membership;

import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Slug;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

interface OwnerSql {

  List<OwnedRow> ownedBy(UUID[] memberships);

  /** One of each place. */
  List<OwnedRow> ownedThrough(
      @Param("applicationId") ApplicationId applicationId,
      @Param("role") Slug role,
      @Param("limit") int limit);

  /**
   * One owner who can act, or none, of each place: of an application the team in the same place,
   * where null is the application itself.
   */
  List<MembershipRow> others(
      @Param("applicationIds") UUID[] applicationIds,
      @Param("teamIds") UUID[] teamIds,
      @Param("leaving") UUID[] leaving,
      @Param("ending") String[] ending,
      @Param("now") Instant now);
}
