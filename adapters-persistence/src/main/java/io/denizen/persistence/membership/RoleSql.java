package io.denizen.persistence.membership;

import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleQuery;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import io.denizen.persistence.shared.TableSql;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

interface RoleSql extends TableSql<Role> {

  List<RoleRow> byIds(UUID[] ids);

  List<RoleRow> byIdsIncludingDeleted(UUID[] ids);

  /** Each slug in the application in the same place. */
  List<RoleRow> bySlugs(
      @Param("applicationIds") UUID[] applicationIds, @Param("slugs") String[] slugs);

  List<RoleRow> bySlugsIncludingDeleted(
      @Param("applicationId") ApplicationId applicationId, @Param("slugs") String[] slugs);

  List<RoleRow> reachable(
      @Param("applicationId") ApplicationId applicationId, @Param("slugs") String[] slugs);

  List<RoleRow> including(
      @Param("applicationId") ApplicationId applicationId,
      @Param("slug") Slug slug,
      @Param("limit") int limit);

  List<RoleRow> ofApplication(
      @Param("applicationId") ApplicationId applicationId, @Param("limit") int limit);

  List<RoleRow> deletedByIncludingDeleted(ChangeSetId deletion);

  List<RoleRow> heldBeforeIncludingDeleted(ChangeSetId deletion);

  List<RoleRow> list(@Param("query") RoleQuery query, @Param("page") PageRequest page);

  List<RoleRow> listIncludingDeleted(
      @Param("query") RoleQuery query, @Param("page") PageRequest page);
}
