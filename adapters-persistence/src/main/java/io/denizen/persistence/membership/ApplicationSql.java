package io.denizen.persistence.membership;

import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationQuery;
import io.denizen.domain.shared.PageRequest;
import io.denizen.persistence.shared.TableSql;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

interface ApplicationSql extends TableSql<Application> {

  List<ApplicationRow> byIds(UUID[] ids);

  List<ApplicationRow> byIdsIncludingDeleted(UUID[] ids);

  List<ApplicationRow> list(
      @Param("query") ApplicationQuery query, @Param("page") PageRequest page);

  List<ApplicationRow> listIncludingDeleted(
      @Param("query") ApplicationQuery query, @Param("page") PageRequest page);
}
