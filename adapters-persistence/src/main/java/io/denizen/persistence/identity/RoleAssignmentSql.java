package io.denizen.persistence.identity;

import io.denizen.domain.identity.RoleAssignment;
import io.denizen.domain.identity.RoleAssignmentQuery;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.PageRequest;
import io.denizen.persistence.shared.TableSql;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

interface RoleAssignmentSql extends TableSql<RoleAssignment> {

  List<RoleAssignmentRow> byIds(UUID[] ids);

  List<RoleAssignmentRow> byIdsIncludingDeleted(UUID[] ids);

  List<RoleAssignmentRow> ofIdentities(UUID[] identityIds);

  List<RoleAssignmentRow> restorableIncludingDeleted(ChangeSetId deletion);

  List<RoleAssignmentRow> list(
      @Param("query") RoleAssignmentQuery query, @Param("page") PageRequest page);

  List<RoleAssignmentRow> listIncludingDeleted(
      @Param("query") RoleAssignmentQuery query, @Param("page") PageRequest page);
}
