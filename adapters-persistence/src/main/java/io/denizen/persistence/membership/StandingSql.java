package io.denizen.persistence.membership;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.AccessScope;
import io.denizen.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

interface StandingSql {

  /**
   * All that is known about each question: one row or more, with the number of the question.
   *
   * @param teamIds null where a question is about the application as a whole; null if all are
   * @param patterns what covers the permission that is asked for, joined by blanks; null for
   *     everything
   */
  List<StandingRow> standings(
      @Param("identityIds") UUID[] identityIds,
      @Param("applicationIds") UUID[] applicationIds,
      @Param("teamIds") @Nullable UUID @Nullable [] teamIds,
      @Param("patterns") @Nullable String[] patterns);

  /** Those in effect, of the applications of a page, by application and id. */
  List<MembershipRow> belongings(
      @Param("identityId") IdentityId identityId,
      @Param("now") Instant now,
      @Param("page") PageRequest page);

  /**
   * Those in effect that have a role which reaches the scope and covers one of the patterns, by id.
   */
  List<MemberAccessRow> members(
      @Param("scope") AccessScope scope,
      @Param("patterns") String[] patterns,
      @Param("now") Instant now,
      @Param("page") PageRequest page);
}
