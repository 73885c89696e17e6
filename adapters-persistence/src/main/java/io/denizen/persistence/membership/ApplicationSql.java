package io.denizen.persistence.membership;

import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationQuery;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.PageRequest;
import io.denizen.persistence.shared.TableSql;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

interface ApplicationSql extends TableSql<Application> {

  @Nullable ApplicationRow byId(ApplicationId id);

  @Nullable ApplicationRow byIdIncludingDeleted(ApplicationId id);

  List<ApplicationRow> list(
      @Param("query") ApplicationQuery query, @Param("page") PageRequest page);

  List<ApplicationRow> listIncludingDeleted(
      @Param("query") ApplicationQuery query, @Param("page") PageRequest page);
}
