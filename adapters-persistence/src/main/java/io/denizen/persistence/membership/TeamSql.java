package io.denizen.persistence.membership;

import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.membership.TeamQuery;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.PageRequest;
import io.denizen.persistence.shared.TableSql;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

interface TeamSql extends TableSql<Team> {

  List<TeamRow> byIds(UUID[] ids);

  List<TeamRow> byIdsIncludingDeleted(UUID[] ids);

  /** In no particular order. */
  List<TeamRow> lineage(
      @Param("applicationId") ApplicationId applicationId, @Param("id") TeamId id);

  /** The team itself first. */
  List<TeamRow> subtree(
      @Param("applicationId") ApplicationId applicationId,
      @Param("id") TeamId id,
      @Param("limit") int limit);

  List<TeamRow> ofApplication(
      @Param("applicationId") ApplicationId applicationId, @Param("limit") int limit);

  List<TeamRow> deletedByIncludingDeleted(ChangeSetId deletion);

  List<TeamRow> list(@Param("query") TeamQuery query, @Param("page") PageRequest page);

  List<TeamRow> listIncludingDeleted(
      @Param("query") TeamQuery query, @Param("page") PageRequest page);
}
