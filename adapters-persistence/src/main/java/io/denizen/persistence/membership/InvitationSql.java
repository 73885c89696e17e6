package io.denizen.persistence.membership;

import io.denizen.domain.membership.Invitation;
import io.denizen.domain.membership.InvitationDetails;
import io.denizen.domain.membership.InvitationQuery;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.TokenHash;
import io.denizen.persistence.shared.TableSql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

interface InvitationSql extends TableSql<Invitation> {

  List<InvitationRow> byIds(UUID[] ids);

  List<InvitationRow> byIdsIncludingDeleted(UUID[] ids);

  List<InvitationRow> byHash(TokenHash hash);

  List<InvitationRow> pending(
      @Param("applicationId") ApplicationId applicationId,
      @Param("details") InvitationDetails details);

  List<InvitationRow> over(@Param("now") Instant now, @Param("limit") int limit);

  List<InvitationRow> pendingOfApplication(
      @Param("applicationId") ApplicationId applicationId, @Param("limit") int limit);

  List<InvitationRow> pendingOfTeams(@Param("teamIds") UUID[] teamIds, @Param("limit") int limit);

  List<InvitationRow> restorableIncludingDeleted(ChangeSetId deletion);

  List<InvitationRow> list(@Param("query") InvitationQuery query, @Param("page") PageRequest page);

  List<InvitationRow> listIncludingDeleted(
      @Param("query") InvitationQuery query, @Param("page") PageRequest page);
}
