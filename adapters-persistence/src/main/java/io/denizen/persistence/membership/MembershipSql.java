package io.denizen.persistence.membership;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipQuery;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import io.denizen.persistence.shared.TableSql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

interface MembershipSql extends TableSql<Membership> {

  List<MembershipRow> byIds(UUID[] ids);

  List<MembershipRow> byIdsIncludingDeleted(UUID[] ids);

  /**
   * Of each identity in the application in the same place; those of a pair in the order of their
   * ids.
   */
  List<MembershipRow> ofIdentitiesIn(
      @Param("identityIds") UUID[] identityIds,
      @Param("applicationIds") UUID[] applicationIds,
      @Param("limit") int limit);

  /** In any order. */
  List<MembershipRow> at(
      @Param("identityIds") UUID[] identityIds,
      @Param("applicationIds") UUID[] applicationIds,
      @Param("teamIds") @Nullable UUID[] teamIds);

  List<MembershipRow> over(@Param("now") Instant now, @Param("limit") int limit);

  List<MembershipRow> ofIdentity(
      @Param("identityId") IdentityId identityId, @Param("limit") int limit);

  List<MembershipRow> ofApplication(
      @Param("applicationId") ApplicationId applicationId, @Param("limit") int limit);

  List<MembershipRow> ofTeams(@Param("teamIds") UUID[] teamIds, @Param("limit") int limit);

  List<MembershipRow> withRole(
      @Param("applicationId") ApplicationId applicationId,
      @Param("role") Slug role,
      @Param("limit") int limit);

  List<MembershipRow> restorableIncludingDeleted(ChangeSetId deletion);

  List<MembershipRow> list(@Param("query") MembershipQuery query, @Param("page") PageRequest page);

  List<MembershipRow> listIncludingDeleted(
      @Param("query") MembershipQuery query, @Param("page") PageRequest page);
}
